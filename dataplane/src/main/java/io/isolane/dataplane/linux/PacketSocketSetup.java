package io.isolane.dataplane.linux;

import io.isolane.core.memory.RawMemory;
import java.lang.foreign.Arena;

/**
 * The steps that make a packet socket (packet(7)): it hears nothing before the last one, {@code bind}, so that no frame
 * arrives half described. Stateless.
 */
final class PacketSocketSetup {
    /** linux/socket.h, linux/net.h. */
    private static final int AF_PACKET = 17;

    private static final int SOCK_RAW = 3;
    private static final int SOCK_NONBLOCK = 0x800;
    private static final int SOCK_CLOEXEC = 0x80000;
    /** linux/if_ether.h, in network order. */
    private static final short ETH_P_ALL = 0x0300;
    /** asm-generic/socket.h; the FORCE ones exceed the system's limits for CAP_NET_ADMIN. */
    private static final int SOL_SOCKET = 1;

    private static final int SO_SNDBUF = 7;
    private static final int SO_RCVBUF = 8;
    private static final int SO_SNDBUFFORCE = 32;
    private static final int SO_RCVBUFFORCE = 33;
    /** linux/if_packet.h. */
    private static final int PACKET_ADD_MEMBERSHIP = 1;

    private static final int PACKET_MR_PROMISC = 1;
    private static final int PACKET_VNET_HDR = 15;
    private static final int PACKET_IGNORE_OUTGOING = 23;
    private static final int PACKET_VNET_HDR_SZ = 24;
    /** struct virtio_net_hdr_mrg_rxbuf and struct virtio_net_hdr (linux/virtio_net.h). */
    private static final int LONG_VIRTIO_HEADER = 12;

    private static final int SHORT_VIRTIO_HEADER = 10;

    private PacketSocketSetup() {}

    /** A socket that hears nothing yet, of the calling thread's namespace. */
    static int open(Interface link) throws NativeException {
        int socket = Libc.socket(AF_PACKET, SOCK_RAW | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        return NativeException.check(socket, "open a packet socket", link.toString());
    }

    /** Sets every option and binds; the bytes of the virtio header. Closes the socket when a step fails. */
    static int complete(int socket, Interface link, int index, int bufferBytes) throws NativeException {
        try {
            setOption(socket, PACKET_IGNORE_OUTGOING, "PACKET_IGNORE_OUTGOING", link);
            setOption(socket, PacketSocket.PACKET_AUXDATA, "PACKET_AUXDATA", link);
            int virtioHeaderBytes = setVirtioHeader(socket, link);
            setBuffer(socket, SO_RCVBUFFORCE, SO_RCVBUF, bufferBytes);
            setBuffer(socket, SO_SNDBUFFORCE, SO_SNDBUF, bufferBytes);
            setPromiscuous(socket, link, index);
            bind(socket, link, index);
            return virtioHeaderBytes;
        } catch (NativeException failure) {
            Libc.close(socket);
            throw failure;
        }
    }

    private static int setVirtioHeader(int socket, Interface link) throws NativeException {
        if (setNumber(socket, PacketSocket.SOL_PACKET, PACKET_VNET_HDR_SZ, LONG_VIRTIO_HEADER) >= 0) {
            return LONG_VIRTIO_HEADER;
        }
        setOption(socket, PACKET_VNET_HDR, "PACKET_VNET_HDR", link);
        return SHORT_VIRTIO_HEADER;
    }

    private static void setOption(int socket, int option, String name, Interface link) throws NativeException {
        NativeException.check(setNumber(socket, PacketSocket.SOL_PACKET, option, 1), "set " + name, link.toString());
    }

    private static void setBuffer(int socket, int force, int option, int bytes) {
        if (setNumber(socket, SOL_SOCKET, force, bytes) < 0) {
            setNumber(socket, SOL_SOCKET, option, bytes);
        }
    }

    private static int setNumber(int socket, int level, int option, int value) {
        try (Arena arena = Arena.ofConfined()) {
            long number = arena.allocate(Integer.BYTES, Integer.BYTES).address();
            RawMemory.putInt(number, value);
            return Libc.setsockopt(socket, level, option, number, Integer.BYTES);
        }
    }

    /** A {@code struct packet_mreq}: index (4 bytes), type (2), address length (2), address (8). */
    private static void setPromiscuous(int socket, Interface link, int index) throws NativeException {
        try (Arena arena = Arena.ofConfined()) {
            long membership = arena.allocate(16, Integer.BYTES).address();
            RawMemory.putInt(membership, index);
            RawMemory.putShort(membership + 4, (short) PACKET_MR_PROMISC);
            int result = Libc.setsockopt(socket, PacketSocket.SOL_PACKET, PACKET_ADD_MEMBERSHIP, membership, 16);
            NativeException.check(result, "set promiscuous mode", link.toString());
        }
    }

    /** A {@code struct sockaddr_ll}: family (2 bytes), protocol (2), index (4), and 12 that bind does not read. */
    private static void bind(int socket, Interface link, int index) throws NativeException {
        try (Arena arena = Arena.ofConfined()) {
            long address = arena.allocate(20, Integer.BYTES).address();
            RawMemory.putShort(address, (short) AF_PACKET);
            RawMemory.putShort(address + 2, ETH_P_ALL);
            RawMemory.putInt(address + 4, index);
            NativeException.check(Libc.bind(socket, address, 20), "bind a packet socket", link.toString());
        }
    }
}
