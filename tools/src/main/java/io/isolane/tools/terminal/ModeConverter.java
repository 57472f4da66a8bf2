package io.isolane.tools.terminal;

import io.isolane.core.policy.IsolationMode;
import java.util.Arrays;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Isolation modes by their labels, for an option and for its completion candidates. Immutable. */
public final class ModeConverter implements ITypeConverter<IsolationMode>, Iterable<String> {
    /** Created by the command line. */
    public ModeConverter() {}

    @Override
    public IsolationMode convert(String label) {
        try {
            return IsolationMode.of(label);
        } catch (IllegalArgumentException unknown) {
            throw new TypeConversionException(String.valueOf(unknown.getMessage()));
        }
    }

    @Override
    public Iterator<String> iterator() {
        return Arrays.stream(IsolationMode.values()).map(IsolationMode::label).iterator();
    }
}
