package io.isolane.dataplane.linux;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A packet socket (linux/if_packet.h) on an interface that exists: it hears every frame that arrives there and sends
 * frames out of it, each with a virtio header for unfinished checksums and super-frames. The interface's own stack
 * hears the arriving frames as well; what it sends is not heard here. Receiving and sending are confined to one
 * thread; opening and closing belong to any one.
 *
 * <p>Frames pass the interface's queueing discipline. PACKET_QDISC_BYPASS would save a lock per frame, but the bypass
 * drops whatever the driver cannot take as it is (super-frames, unfinished checksums, tags) instead of finishing it in
 * software, and loses frames at a full queue without saying so.
 */
public final class PacketSocket implements AutoCloseable {
    static final int SOL_PACKET = 263;
    static final int PACKET_AUXDATA = 8;

    private final CallState state = new CallState();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final int file;
    private final Interface link;
    private final int index;
    private final int virtioHeaderBytes;

    private PacketSocket(int file, Interface link, int index, int virtioHeaderBytes) {
        this.file = file;
        this.link = link;
        this.index = index;
        this.virtioHeaderBytes = virtioHeaderBytes;
    }

    /**
     * Opens a socket on an interface, which stays as it is but for promiscuous mode while the socket lives: a switch
     * must hear what is addressed to its other ports.
     *
     * @param name the interface's name
     * @param namespace the namespace it is in, as {@link NetworkNamespace#call} takes it; null for this process's own
     * @param bufferBytes the receive and the send buffer in bytes each, as the kernel counts (a frame costs about twice
     *     its length); bursts beyond it are lost
     * @throws IOException naming the step that failed and, where known, its mend
     * @throws UnsupportedOperationException anywhere but on Linux
     */
    public static PacketSocket open(String name, @Nullable String namespace, int bufferBytes) throws IOException {
        Linux.require("packet ports");
        Interface link = Interface.named(name, namespace);
        try {
            int index = link.index();
            int file = NetworkNamespace.call(namespace, () -> PacketSocketSetup.open(link));
            return new PacketSocket(file, link, index, PacketSocketSetup.complete(file, link, index, bufferBytes));
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

    /** The kernel's number for the interface that the socket was opened on. */
    public int index() {
        return index;
    }

    /** Bytes of the virtio header before each frame that is received or sent: 12, or 10 before Linux 6.4. */
    public int virtioHeaderBytes() {
        return virtioHeaderBytes;
    }

    /** Receives up to {@code count} frames into the first messages of a batch; how many, or a negated {@link Errno}. */
    public int receive(MessageBatch batch, int count) {
        batch.renewControl(count);
        return Transfer.recvmmsg(state, file, batch.message(0), count);
    }

    /**
     * Sends the messages from {@code first} to {@code end}; how many were sent, or a negated {@link Errno} when the
     * first of them was refused.
     */
    public int send(MessageBatch batch, int first, int end) {
        return Transfer.sendmmsg(state, file, batch.message(first), end - first);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            Libc.close(file);
            link.close();
        }
    }
}
