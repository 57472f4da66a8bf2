package io.isolane.core.policy;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What some traffic is held to: a rate of bits, a rate of frames, or both at once. Immutable.
 *
 * @param rates none for no limit, at most one in each unit
 */
public record RateLimit(List<Rate> rates) {
    /** No limit. */
    public static final RateLimit NONE = new RateLimit(List.of());

    /** @throws IllegalArgumentException for two rates in the same unit */
    public RateLimit {
        rates = List.copyOf(rates);
        if (rates.stream().map(Rate::unit).distinct().count() != rates.size()) {
            throw new IllegalArgumentException("a limit has one rate of bits and one of frames at most");
        }
    }

    public static RateLimit of(Rate... rates) {
        return new RateLimit(List.of(rates));
    }

    public boolean isNone() {
        return rates.isEmpty();
    }

    /** As sentences have it, the rates joined by {@code and}. */
    @Override
    public String toString() {
        return isNone() ? "no limit" : rates.stream().map(Rate::toString).collect(Collectors.joining(" and "));
    }
}
