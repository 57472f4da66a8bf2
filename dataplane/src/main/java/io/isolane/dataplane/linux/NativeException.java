package io.isolane.dataplane.linux;

import java.io.IOException;

/**
 * A request that the kernel refused while something was being set up: the operation, the device, the kernel's reason
 * and, where it is known, the mend.
 */
public final class NativeException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int errno;

    /**
     * @param operation what was tried, as a verb: "open", "set MTU 9000"
     * @param device the device or file it was tried on
     * @param errno the kernel's error number, positive
     */
    public NativeException(String operation, String device, int errno) {
        super("cannot " + operation + " on " + device + ": " + Errno.describe(errno) + mend(device, errno));
        this.errno = errno;
    }

    /** The kernel's error number, one of {@link Errno}. */
    public int errno() {
        return errno;
    }

    /** Passes on a result that is not negative; throws for a negated error number. */
    static int check(int result, String operation, String device) throws NativeException {
        if (result < 0) {
            throw new NativeException(operation, device, -result);
        }
        return result;
    }

    private static String mend(String device, int errno) {
        return switch (errno) {
            case Errno.EPERM, Errno.EACCES ->
                ": run as root, or give the java binary CAP_NET_ADMIN and CAP_NET_RAW (and CAP_SYS_ADMIN for namespaces)";
            case Errno.ENOENT, Errno.ENXIO, Errno.ENODEV -> mendOfMissing(device);
            case Errno.EBUSY -> ": another process has it open; stop that process or choose another name";
            case Errno.EMFILE -> ": raise the limit of open files (ulimit -n)";
            case Errno.EAFNOSUPPORT -> ": load the kernel's packet sockets with 'modprobe af_packet'";
            default -> "";
        };
    }

    private static String mendOfMissing(String device) {
        if (device.equals(TapDevice.CLONE_DEVICE)) {
            return ": load the kernel's TUN/TAP driver with 'modprobe tun'";
        }
        return device.startsWith("/") ? "" : ": 'ip link' lists the interfaces there are";
    }
}
