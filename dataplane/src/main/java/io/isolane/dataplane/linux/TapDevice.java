package io.isolane.dataplane.linux;

import io.isolane.core.memory.RawMemory;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A TAP device (linux/if_tun.h): an Ethernet interface of a network namespace whose wire ends in this process. It goes
 * away when it is closed, unless it was there before. Reading and writing are confined to one thread; opening and
 * closing belong to any one.
 */
public final class TapDevice implements AutoCloseable {
    static final String CLONE_DEVICE = "/dev/net/tun";

    private static final long TUNSETIFF = 0x400454ca;
    private static final long TUNSETOFFLOAD = 0x400454d0;
    private static final long TUNSETVNETHDRSZ = 0x400454d8;
    private static final int IFF_TAP = 0x0002;
    private static final int IFF_NO_PI = 0x1000;
    private static final int IFF_VNET_HDR = 0x4000;
    /** TUN_F_CSUM, TUN_F_TSO4, TUN_F_TSO6 and TUN_F_TSO_ECN. */
    private static final long TCP_OFFLOADS = 0x01 | 0x02 | 0x04 | 0x08;
    /** TUN_F_USO4 and TUN_F_USO6, since Linux 6.2, only together. */
    private static final long UDP_OFFLOADS = 0x20 | 0x40;
    /** struct virtio_net_hdr_mrg_rxbuf (linux/virtio_net.h). */
    private static final int VIRTIO_HEADER_BYTES = 12;

    private final CallState state = new CallState();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final int file;
    private final Interface link;
    private final int virtioHeaderBytes;

    private TapDevice(int file, Interface link, int virtioHeaderBytes) {
        this.file = file;
        this.link = link;
        this.virtioHeaderBytes = virtioHeaderBytes;
    }

    /**
     * Makes a TAP device, or attaches to one that nobody uses. It is still down: {@link #link} sets it up.
     *
     * @param name the interface's name, 1 to 15 bytes
     * @param namespace where it appears, as {@link NetworkNamespace#call} takes it; null for this process's own
     * @param offload whether frames may carry unfinished checksums and exceed the MTU as super-frames, told by a virtio
     *     header before each frame; otherwise the kernel finishes each frame before it hands it over
     * @throws IOException naming the step that failed and, where known, its mend
     * @throws UnsupportedOperationException anywhere but on Linux
     */
    public static TapDevice open(String name, @Nullable String namespace, boolean offload) throws IOException {
        Linux.require("TAP ports");
        Interface link = Interface.named(name, namespace);
        try {
            int file = NetworkNamespace.call(namespace, TapDevice::openClone);
            return attach(file, link, offload);
        } catch (IOException | RuntimeException failure) {
            link.close();
            throw failure;
        }
    }

    /** The file descriptor, readable while a frame waits. */
    public int file() {
        return file;
    }

    /** The interface, to ask for its link, MTU and address. */
    public Interface link() {
        return link;
    }

    /** Bytes of the virtio header before each frame that is read or written: 12, or 0 without offload. */
    public int virtioHeaderBytes() {
        return virtioHeaderBytes;
    }

    /** Reads one frame; the bytes read, or a negated {@link Errno}. */
    public int read(IoVectors places, int count) {
        return Transfer.readv(state, file, places.address(), count);
    }

    /** Writes one frame; the bytes written, or a negated {@link Errno}. */
    public int write(IoVectors places, int count) {
        return Transfer.writev(state, file, places.address(), count);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            Libc.close(file);
            link.close();
        }
    }

    private static int openClone() throws NativeException {
        return NativeException.check(
                Libc.open(CLONE_DEVICE, Libc.O_RDWR | Libc.O_NONBLOCK), "open a TAP device", CLONE_DEVICE);
    }

    private static TapDevice attach(int file, Interface link, boolean offload) throws NativeException {
        try {
            setInterface(file, link, offload);
            if (offload) {
                setOffloads(file, link);
            }
            return new TapDevice(file, link, offload ? VIRTIO_HEADER_BYTES : 0);
        } catch (NativeException failure) {
            Libc.close(file);
            throw failure;
        }
    }

    private static void setInterface(int file, Interface link, boolean offload) throws NativeException {
        try (Arena arena = Arena.ofConfined()) {
            InterfaceRequest request = new InterfaceRequest(arena, link.name());
            request.flags(IFF_TAP | IFF_NO_PI | (offload ? IFF_VNET_HDR : 0));
            NativeException.check(
                    Libc.ioctl(file, TUNSETIFF, request.address()), "create the TAP device", link.toString());
        }
    }

    private static void setOffloads(int file, Interface link) throws NativeException {
        try (Arena arena = Arena.ofConfined()) {
            long size = arena.allocate(Integer.BYTES, Integer.BYTES).address();
            RawMemory.putInt(size, VIRTIO_HEADER_BYTES);
            NativeException.check(
                    Libc.ioctl(file, TUNSETVNETHDRSZ, size), "set the virtio header's size", link.toString());
        }
        if (Libc.ioctl(file, TUNSETOFFLOAD, TCP_OFFLOADS | UDP_OFFLOADS) < 0) {
            NativeException.check(
                    Libc.ioctl(file, TUNSETOFFLOAD, TCP_OFFLOADS), "switch on TCP offload", link.toString());
        }
    }
}
