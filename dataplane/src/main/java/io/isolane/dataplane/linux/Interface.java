package io.isolane.dataplane.linux;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A network interface by its name in its namespace. Asked at set-up and by whoever watches links, never per frame.
 * Usable after the interface has vanished: it is then down and has no index. Any thread; closed last.
 */
public final class Interface implements AutoCloseable {
    /** linux/sockios.h. */
    static final long SIOCGIFFLAGS = 0x8913;

    private static final long SIOCSIFFLAGS = 0x8914;
    private static final long SIOCGIFMTU = 0x8921;
    private static final long SIOCSIFMTU = 0x8922;
    private static final long SIOCSIFHWADDR = 0x8924;
    private static final long SIOCGIFHWADDR = 0x8927;
    static final long SIOCGIFINDEX = 0x8933;
    /** linux/if.h; RUNNING is set while the interface is up and has a carrier. */
    private static final int IFF_UP = 1;

    private static final int IFF_RUNNING = 0x40;
    /** linux/socket.h, linux/net.h. */
    private static final int AF_INET = 2;

    private static final int SOCK_DGRAM = 2;
    private static final int SOCK_CLOEXEC = 0x80000;

    private final String name;
    private final String described;
    private final int socket;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Interface(String name, String described, int socket) {
        this.name = name;
        this.described = described;
        this.socket = socket;
    }

    /**
     * Names an interface, which need not exist yet.
     *
     * @param namespace its network namespace as {@link NetworkNamespace#call} takes it
     * @throws IOException when the namespace cannot be entered
     * @throws IllegalArgumentException when the name could be no interface's
     */
    public static Interface named(String name, @Nullable String namespace) throws IOException {
        InterfaceRequest.requireName(name);
        String described = NetworkNamespace.describe(name, namespace);
        return NetworkNamespace.call(namespace, () -> {
            int socket = Libc.socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
            return new Interface(name, described, NativeException.check(socket, "open a control socket", described));
        });
    }

    public String name() {
        return name;
    }

    /** Whether an interface of this name exists now. */
    public boolean exists() {
        return currentIndex() > 0;
    }

    /** The kernel's number for the interface that bears the name now; 0 when none does. */
    public int currentIndex() {
        try (Arena arena = Arena.ofConfined()) {
            InterfaceRequest request = new InterfaceRequest(arena, name);
            return ask(SIOCGIFINDEX, request) < 0 ? 0 : request.number();
        }
    }

    /** The kernel's number for this interface. */
    public int index() throws NativeException {
        try (Arena arena = Arena.ofConfined()) {
            return asked(SIOCGIFINDEX, "find the index", arena).number();
        }
    }

    /** Whether it exists, is up and has a carrier. */
    public boolean isLinkUp() {
        try (Arena arena = Arena.ofConfined()) {
            InterfaceRequest request = new InterfaceRequest(arena, name);
            return ask(SIOCGIFFLAGS, request) == 0 && isLinkUp(request.flags());
        }
    }

    /** Brings the interface up, or down. */
    public void setUp(boolean up) throws NativeException {
        try (Arena arena = Arena.ofConfined()) {
            InterfaceRequest request = asked(SIOCGIFFLAGS, "read the flags", arena);
            request.flags(up ? request.flags() | IFF_UP : request.flags() & ~IFF_UP);
            NativeException.check(ask(SIOCSIFFLAGS, request), up ? "set up" : "set down", described);
        }
    }

    /** The largest payload of a frame in bytes, Ethernet header and tag not counted. */
    public int mtu() throws NativeException {
        try (Arena arena = Arena.ofConfined()) {
            return asked(SIOCGIFMTU, "read the MTU", arena).number();
        }
    }

    public void setMtu(int bytes) throws NativeException {
        tell(SIOCSIFMTU, "set the MTU " + bytes, request -> request.number(bytes));
    }

    /** The interface's own address. */
    public long macAddress() throws NativeException {
        try (Arena arena = Arena.ofConfined()) {
            return asked(SIOCGIFHWADDR, "read the MAC address", arena).macAddress();
        }
    }

    public void setMacAddress(long mac) throws NativeException {
        tell(SIOCSIFHWADDR, "set the MAC address", request -> request.macAddress(mac));
    }

    /** Forgets the interface, which itself stays as it is. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            Libc.close(socket);
        }
    }

    /** The interface with its namespace, for messages. */
    @Override
    public String toString() {
        return described;
    }

    static boolean isLinkUp(int flags) {
        int wanted = IFF_UP | IFF_RUNNING;
        return (flags & wanted) == wanted;
    }

    /** The control socket, which works until {@link #close}. */
    int socket() {
        return socket;
    }

    private InterfaceRequest asked(long what, String operation, Arena arena) throws NativeException {
        InterfaceRequest request = new InterfaceRequest(arena, name);
        NativeException.check(ask(what, request), operation, described);
        return request;
    }

    private void tell(long what, String operation, Consumer<InterfaceRequest> value) throws NativeException {
        try (Arena arena = Arena.ofConfined()) {
            InterfaceRequest request = new InterfaceRequest(arena, name);
            value.accept(request);
            NativeException.check(ask(what, request), operation, described);
        }
    }

    private int ask(long what, InterfaceRequest request) {
        return closed.get() ? -Errno.EBADF : Libc.ioctl(socket, what, request.address());
    }
}
