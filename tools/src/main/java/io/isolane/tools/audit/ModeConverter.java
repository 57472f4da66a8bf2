package io.isolane.tools.audit;

import io.isolane.core.policy.IsolationMode;
import java.util.Arrays;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Isolation modes by their labels. Immutable. */
final class ModeConverter implements ITypeConverter<IsolationMode>, Iterable<String> {
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
