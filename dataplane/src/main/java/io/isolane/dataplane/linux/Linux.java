package io.isolane.dataplane.linux;

/** Whether this package can work here. Immutable; any thread. */
public final class Linux {
    private Linux() {}

    /** Whether this is a Linux on a processor whose kernel structures are known here (x86-64, aarch64). */
    public static boolean isAvailable() {
        return isSupported(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    /**
     * Refuses what cannot work on this system.
     *
     * @param what what needs Linux, as a plural: "TAP ports"
     * @throws UnsupportedOperationException anywhere but on Linux, naming the ports that work everywhere
     */
    public static void require(String what) {
        if (!isAvailable()) {
            throw new UnsupportedOperationException(
                    refusal(what, System.getProperty("os.name"), System.getProperty("os.arch")));
        }
    }

    static boolean isSupported(String system, String processor) {
        return system.equals("Linux") && (processor.equals("amd64") || processor.equals("aarch64"));
    }

    static String refusal(String what, String system, String processor) {
        return what + " need Linux on x86-64 or aarch64; this is " + system + " on " + processor
                + ": use in-memory or pcap ports";
    }
}
