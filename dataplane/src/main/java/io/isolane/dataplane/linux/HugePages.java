package io.isolane.dataplane.linux;

import static io.isolane.dataplane.linux.Symbols.INT;
import static io.isolane.dataplane.linux.Symbols.LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Memory for frames that the kernel backs with transparent huge pages where it can (mmap(2), madvise(2)): fewer
 * address translations, and pages that do not move under a device. Stateless; any thread.
 */
public final class HugePages {
    /** A huge page of x86-64, and of aarch64 with 4 KiB pages, in bytes. */
    public static final long PAGE_BYTES = 2L << 20;
    /** asm-generic/mman-common.h, linux/mman.h. */
    private static final int PROT_READ_WRITE = 3;

    private static final int MAP_PRIVATE_ANONYMOUS = 0x22;
    private static final int MADV_HUGEPAGE = 14;

    private static final MethodHandle MMAP = Symbols.link("mmap", LONG, LONG, LONG, INT, INT, INT, LONG);
    private static final MethodHandle MUNMAP = Symbols.link("munmap", INT, LONG, LONG);
    private static final MethodHandle MADVISE = Symbols.link("madvise", INT, LONG, LONG, INT);

    private HugePages() {}

    /**
     * Maps zeroed memory that begins at a huge page and lives as long as the arena. A kernel without transparent huge
     * pages gives ordinary ones.
     *
     * @param bytes its size, a positive number
     * @throws NativeException ENOMEM when there is not that much
     * @throws UnsupportedOperationException anywhere but on Linux
     */
    public static MemorySegment allocate(Arena arena, long bytes) throws NativeException {
        Linux.require("huge pages");
        MemorySegment mapping = map(arena, Math.ceilDiv(bytes, PAGE_BYTES) * PAGE_BYTES + PAGE_BYTES);
        long unaligned = Math.floorMod(-mapping.address(), PAGE_BYTES);
        advise(mapping.address() + unaligned, mapping.byteSize() - PAGE_BYTES);
        return mapping.asSlice(unaligned, bytes);
    }

    @SuppressWarnings("restricted")
    private static MemorySegment map(Arena arena, long bytes) throws NativeException {
        return MemorySegment.ofAddress(map(bytes)).reinterpret(bytes, arena, HugePages::unmap);
    }

    private static long map(long bytes) throws NativeException {
        CallState state = new CallState();
        long address;
        try {
            address =
                    (long) MMAP.invokeExact(state.segment(), 0L, bytes, PROT_READ_WRITE, MAP_PRIVATE_ANONYMOUS, -1, 0L);
        } catch (Throwable thrown) {
            throw Symbols.unexpected(thrown);
        }
        if (address == -1) {
            throw new NativeException("map " + bytes + " bytes", "memory", -state.result(address));
        }
        return address;
    }

    private static void advise(long address, long bytes) {
        try {
            CallState state = new CallState();
            state.result((int) MADVISE.invokeExact(state.segment(), address, bytes, MADV_HUGEPAGE));
        } catch (Throwable thrown) {
            throw Symbols.unexpected(thrown);
        }
    }

    private static void unmap(MemorySegment mapping) {
        try {
            CallState state = new CallState();
            state.result((int) MUNMAP.invokeExact(state.segment(), mapping.address(), mapping.byteSize()));
        } catch (Throwable thrown) {
            throw Symbols.unexpected(thrown);
        }
    }
}
