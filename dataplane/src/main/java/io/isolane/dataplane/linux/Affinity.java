package io.isolane.dataplane.linux;

import static io.isolane.dataplane.linux.Symbols.INT;
import static io.isolane.dataplane.linux.Symbols.LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.BitSet;

/**
 * Which processors the calling thread may run on (sched_setaffinity(2)). A thread begins with the processors of the thread that starts it.
 * For platform threads: a virtual one has none of its own. Stateless; any thread.
 */
public final class Affinity {
    /** Processors that a mask has room for: more than any Linux is built for; a shorter mask than the kernel's is refused. */
    private static final int MASK_BITS = 1 << 16;

    private static final int MASK_BYTES = MASK_BITS / Byte.SIZE;
    private static final int CALLING_THREAD = 0;

    private static final MethodHandle SET = Symbols.link("sched_setaffinity", INT, INT, LONG, LONG);
    private static final MethodHandle GET = Symbols.link("sched_getaffinity", INT, INT, LONG, LONG);

    private Affinity() {}

    /**
     * The numbers of the processors that the calling thread may run on.
     *
     * @throws NativeException if the kernel does not say
     * @throws UnsupportedOperationException anywhere but on Linux
     */
    public static BitSet allowed() throws NativeException {
        Linux.require("processors of a thread");
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment mask = arena.allocate(MASK_BYTES, Long.BYTES);
            NativeException.check(call(GET, mask), "ask for the processors", "this thread");
            return BitSet.valueOf(mask.toArray(ValueLayout.JAVA_LONG));
        }
    }

    /**
     * As {@link #confine}, for one processor.
     *
     * @param processor its number
     */
    public static void pin(int processor) throws NativeException {
        BitSet one = new BitSet();
        one.set(processor);
        confine(one);
    }

    /**
     * Lets the calling thread, and the threads that it starts from now on, run on these processors only.
     *
     * @param processors their numbers, below 65,536
     * @throws NativeException EINVAL if the process may use none of them, EPERM if a sandbox forbids the call
     * @throws UnsupportedOperationException anywhere but on Linux
     */
    public static void confine(BitSet processors) throws NativeException {
        Linux.require("processors of a thread");
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment mask = arena.allocate(MASK_BYTES, Long.BYTES);
            long[] words = processors.toLongArray();
            MemorySegment.copy(words, 0, mask, ValueLayout.JAVA_LONG, 0, words.length);
            NativeException.check(call(SET, mask), "choose the processors " + processors, "this thread");
        }
    }

    private static int call(MethodHandle function, MemorySegment mask) {
        CallState state = new CallState();
        try {
            return state.result(
                    (int) function.invokeExact(state.segment(), CALLING_THREAD, (long) MASK_BYTES, mask.address()));
        } catch (Throwable thrown) {
            throw Symbols.unexpected(thrown);
        }
    }
}
