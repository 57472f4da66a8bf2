package io.isolane.core.acl;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Some of the numbers from 0 to 65,535, such as ports or VLANs, as spans that neither touch nor overlap, in their order. Immutable.
 */
public final class NumberSet {
    /** The greatest number. */
    public static final int MAX = 0xffff;

    private final List<Span> spans;

    private NumberSet(List<Span> spans) {
        this.spans = spans;
    }

    /**
     * These numbers.
     *
     * @throws IllegalArgumentException for none, or one out of range
     */
    public static NumberSet of(int... numbers) {
        BitSet bits = new BitSet();
        for (int number : numbers) {
            bits.set(require(number));
        }
        return of(bits);
    }

    /**
     * The numbers from {@code first} to {@code last}.
     *
     * @throws IllegalArgumentException for one out of range, or a range that runs backwards
     */
    public static NumberSet range(int first, int last) {
        if (require(last) < require(first)) {
            throw new IllegalArgumentException("the range " + first + "-" + last + " runs backwards");
        }
        return new NumberSet(List.of(new Span(first, last)));
    }

    /**
     * A list such as {@code 80,443,8000-8099}.
     *
     * @throws IllegalArgumentException that names the part that is neither a number nor a range of them
     */
    public static NumberSet parse(String list) {
        BitSet bits = new BitSet();
        for (String part : list.split(",", -1)) {
            String[] ends = part.trim().split("-", 2);
            int first = number(ends[0], list);
            int last = number(ends[ends.length - 1], list);
            range(first, last);
            bits.set(first, last + 1);
        }
        return of(bits);
    }

    /** The numbers in {@code bits}. */
    static NumberSet of(BitSet bits) {
        if (bits.isEmpty()) {
            throw new IllegalArgumentException("a set of numbers has one at least");
        }
        List<Span> spans = new ArrayList<>();
        for (int first = bits.nextSetBit(0); first >= 0; ) {
            int end = bits.nextClearBit(first);
            spans.add(new Span(first, end - 1L));
            first = bits.nextSetBit(end);
        }
        return new NumberSet(List.copyOf(spans));
    }

    public boolean contains(int number) {
        return spans.stream().anyMatch(span -> span.first() <= number && number <= span.last());
    }

    public int least() {
        return (int) spans.getFirst().first();
    }

    /** The greatest of them. */
    public int greatest() {
        return (int) spans.getLast().last();
    }

    /** True if each of them is as {@code quality} says. */
    boolean areAll(IntPredicate quality) {
        return spans.stream()
                .flatMapToInt(span -> IntStream.rangeClosed((int) span.first(), (int) span.last()))
                .allMatch(quality);
    }

    List<Span> spans() {
        return spans;
    }

    private static int require(int number) {
        if (number < 0 || number > MAX) {
            throw new IllegalArgumentException(number + " is not from 0 to " + MAX);
        }
        return number;
    }

    private static int number(String text, String list) {
        try {
            return require(Integer.parseInt(text.trim()));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "'" + text.trim() + "' in '" + list + "' is no number: write a list as in 80,443,8000-8099",
                    notANumber);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NumberSet set && spans.equals(set.spans);
    }

    @Override
    public int hashCode() {
        return spans.hashCode();
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return spans.stream().map(Span::toString).collect(Collectors.joining(","));
    }
}
