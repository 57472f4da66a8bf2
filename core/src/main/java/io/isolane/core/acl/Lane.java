package io.isolane.core.acl;

/**
 * The bits of a field that are looked up together: all of them, or one octet.
 *
 * @param shift bits to the right of it
 * @param mask of the value that is shifted
 */
record Lane(Field field, int shift, long mask) {
    /** Most lanes of a table: every field, and every octet of two MAC addresses. */
    static final int MOST = Field.count() + 2 * 6;

    private static final long OCTET = 0xff;

    /** True if its values may have more than 16 bits. */
    boolean isWide() {
        return field.isWide() && mask != OCTET;
    }

    static Lane whole(Field field) {
        return new Lane(field, 0, -1L);
    }

    /** The octet {@code place} from the last. */
    static Lane octet(Field field, int place) {
        return new Lane(field, place * Byte.SIZE, OCTET);
    }
}
