package io.isolane.core.acl;

/** Numbers next to each other, of 64 bits without a sign. Immutable. */
record Span(long first, long last) {
    boolean isAll() {
        return first == 0 && last == -1L;
    }

    /** Such as {@code 80} or {@code 8000-8099}. */
    @Override
    public String toString() {
        String from = Long.toUnsignedString(first);
        return first == last ? from : from + "-" + Long.toUnsignedString(last);
    }
}
