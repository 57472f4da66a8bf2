package io.isolane.tools.bench.machine;

import io.isolane.dataplane.linux.Affinity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.stream.Collectors;

/**
 * The two processors that the threads of a measurement are kept on, so that neither wanders while it is timed; or why the system does not let us.
 * A thread begins where the thread is kept that starts it. Immutable; any platform thread.
 */
public final class Pinning {
    private final BitSet all;
    private final int first;
    private final int second;
    private final String refusal;

    private Pinning(BitSet all, int first, int second, String refusal) {
        this.all = all;
        this.first = first;
        this.second = second;
        this.refusal = refusal;
    }

    /** On the last two processors that the calling thread may use: the first of a machine handle most interrupts. */
    public static Pinning ofTwo() {
        try {
            BitSet all = Affinity.allowed();
            if (all.cardinality() < 2) {
                return none("the process may use processor " + all.nextSetBit(0) + " only");
            }
            int second = all.length() - 1;
            return of(all, all.previousSetBit(second - 1), second);
        } catch (IOException | UnsupportedOperationException refused) {
            return none(String.valueOf(refused.getMessage()));
        }
    }

    /**
     * On these two.
     *
     * @throws IllegalArgumentException if they are one, or the calling thread may not use both
     */
    public static Pinning of(int first, int second) {
        try {
            BitSet all = Affinity.allowed();
            if (first == second || Math.min(first, second) < 0 || !all.get(first) || !all.get(second)) {
                throw new IllegalArgumentException(
                        first + " and " + second + " are not two of the processors that this process may use: "
                                + all.stream().mapToObj(String::valueOf).collect(Collectors.joining(", ")));
            }
            return of(all, first, second);
        } catch (IOException | UnsupportedOperationException refused) {
            return none(String.valueOf(refused.getMessage()));
        }
    }

    /** On none: threads run where the system puts them, for the reason given. */
    public static Pinning none(String reason) {
        return new Pinning(new BitSet(), -1, -1, reason);
    }

    /** Tries it: asking may be permitted where choosing is not. */
    private static Pinning of(BitSet all, int first, int second) throws IOException {
        Affinity.confine(all);
        return new Pinning(all, first, second, "");
    }

    /** Keeps the calling thread on the first of the two. */
    public void first() {
        pin(first);
    }

    /** Keeps the calling thread on the second. */
    public void second() {
        pin(second);
    }

    /** Lets the calling thread go wherever it might before. */
    public void release() {
        if (isPinned()) {
            unchecked(() -> Affinity.confine(all));
        }
    }

    /** In words: {@code "pinned to processors 2 and 3"}, or why not. */
    @Override
    public String toString() {
        return isPinned() ? "pinned to processors " + first + " and " + second : "not pinned: " + refusal;
    }

    private void pin(int processor) {
        if (isPinned()) {
            unchecked(() -> Affinity.pin(processor));
        }
    }

    private boolean isPinned() {
        return refusal.isEmpty();
    }

    /** A call that the kernel accepted when it was tried. */
    private interface Call {
        void make() throws IOException;
    }

    private static void unchecked(Call call) {
        try {
            call.make();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
