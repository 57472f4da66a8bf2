package io.isolane.tools.regress.run;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 3%}, {@code 3 %} or {@code 3} as 0.03. */
public final class PercentConverter implements ITypeConverter<Double> {
    private static final double LEAST = 0.1;
    private static final double MOST = 50;

    /** Created by the command line. */
    public PercentConverter() {}

    @Override
    public Double convert(String value) {
        try {
            double percent = Double.parseDouble(value.replace("%", "").strip());
            if (percent >= LEAST && percent <= MOST) {
                return percent / 100;
            }
        } catch (NumberFormatException notANumber) {
            throw new TypeConversionException("'" + value + "' is no percentage, such as 3%");
        }
        throw new TypeConversionException("'" + value + "' is not from 0.1% to 50%");
    }
}
