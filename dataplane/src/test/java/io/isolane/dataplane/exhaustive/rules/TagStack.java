package io.isolane.dataplane.exhaustive.rules;

/** The tags of a frame in one {@code long}, the outermost in the low 18 bits: two for its kind, 16 of control information; 0 for none. */
public final class TagStack {
    /** 0x8100. */
    public static final int CUSTOMER = 1;

    /** 0x88a8. */
    public static final int SERVICE = 2;

    /** 0x9100. */
    public static final int LEGACY = 3;

    public static final long EMPTY = 0;

    private static final int BITS = 18;

    private TagStack() {}

    /** The stack with one more tag in front. */
    public static long push(long stack, int kind, int tci) {
        if (pop(pop(stack)) != EMPTY) {
            throw new IllegalArgumentException("three tags and no more fit: " + text(stack));
        }
        return stack << BITS | (long) kind << 16 | tci;
    }

    public static long pop(long stack) {
        return stack >>> BITS;
    }

    /** How many tags there are. */
    public static int size(long stack) {
        return stack == EMPTY ? 0 : 1 + size(pop(stack));
    }

    /** The kind of the first tag, 0 if there is none. */
    public static int kind(long stack) {
        return (int) (stack >>> 16) & 3;
    }

    public static int tci(long stack) {
        return (int) stack & 0xffff;
    }

    public static int vid(long stack) {
        return (int) stack & 0xfff;
    }

    /** PCP and DEI of the first tag, in their places. */
    static int priority(long stack) {
        return (int) stack & 0xf000;
    }

    /** For people, such as {@code 8100:5/10 8100:0/20}. */
    public static String text(long stack) {
        StringBuilder text = new StringBuilder();
        for (long left = stack; left != EMPTY; left = pop(left)) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(kind(left) == CUSTOMER ? "8100" : kind(left) == SERVICE ? "88a8" : "9100")
                    .append(':')
                    .append(tci(left) >> 13)
                    .append('/')
                    .append(vid(left));
        }
        return text.isEmpty() ? "untagged" : text.toString();
    }
}
