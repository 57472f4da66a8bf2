package io.isolane.benchmarks.reference;

import io.isolane.core.frame.EthernetLayout;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.FramePool;
import io.isolane.core.memory.SlotClass;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.VlanMembership;
import io.isolane.dataplane.MemoryConfig;
import io.isolane.dataplane.TableConfig;
import io.isolane.dataplane.port.ring.RingPort;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/**
 * The switch that is written in C, in mode learning: what {@code reference.h} offers, in Java's terms. Ports are numbered from 0 as they
 * are attached. Confined to its thread, but that any may read counters.
 */
final class CReference implements AutoCloseable {
    /** Counters that count no drops. */
    private static final Set<String> TRAFFIC =
            Set.of("rx-frames", "rx-bytes", "tx-frames", "tx-bytes", "moved", "flooded", "not-learnt");

    /** In place of a memory's address. */
    private static final long OF_ITS_OWN = 0;

    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;

    private final CLibrary library;
    private final MethodHandle run;
    private final MethodHandle spin;
    private final long self;

    /**
     * A switch without ports.
     *
     * @throws IOException if it cannot be built
     * @throws IllegalStateException if there is no memory
     */
    CReference(Build build, MemoryConfig memory, TableConfig table) throws IOException {
        this(build, OF_ITS_OWN, memory, table);
    }

    /**
     * A switch without ports for frames that lie in {@code pool}'s memory, which must outlive it.
     *
     * @throws IOException if it cannot be built
     * @throws IllegalStateException if there is no memory for a table
     */
    CReference(Build build, FramePool pool, TableConfig table) throws IOException {
        this(build, pool.memory().segment().address(), slots(pool.memory()), table);
    }

    private CReference(Build build, long frames, MemoryConfig memory, TableConfig table) throws IOException {
        library = CLibrary.of(build);
        run = library.function("reference_run", 2);
        spin = library.function("reference_spin", 2);
        SecureRandom random = new SecureRandom();
        self = library.call(
                "reference_open",
                frames,
                memory.smallSlots(),
                memory.largeSlots(),
                table.capacity(),
                table.ageing().toMillis(),
                random.nextLong(),
                multiplier(random));
        if (self == 0) {
            throw new IllegalStateException("no memory for the C reference with " + memory + " and " + table);
        }
    }

    /**
     * Attaches a port, which has the profile's MTU and its part in VLANs.
     *
     * @throws IllegalArgumentException if that part is not an access port's nor an ordinary trunk's
     * @throws IllegalStateException if there are 64 ports or VLANs already, or no memory
     */
    void attach(PortProfile profile) {
        int longest = profile.mtu() + EthernetLayout.HEADER_LENGTH;
        long index = switch (profile.vlan()) {
            case VlanMembership.Access access -> attach(longest, access.vid(), new long[0]);
            case VlanMembership.Trunk trunk
            when !trunk.isService() && !trunk.nativeTagged() ->
                attach(
                        longest,
                        trunk.nativeVid(),
                        trunk.allowed().stream().asLongStream().toArray());
            default ->
                throw new IllegalArgumentException("the C reference knows access ports and customer trunks, not "
                        + profile.vlan() + ": use access or access-to-trunk");
        };
        if (index < 0) {
            throw new IllegalStateException("the C reference has no room for port '" + profile.name() + "'");
        }
    }

    /** Lets the guest at the port with this number be the NIC of {@code rings}, which must outlive the switch. */
    void connect(int port, RingPort rings) {
        call(
                "reference_connect",
                port,
                rings.sent().address(),
                rings.delivered().address(),
                rings.sent().capacity());
    }

    /** Moves frames until the words at this address say that it is enough, as {@link SpinLayout} has them. */
    void spin(long words) {
        try {
            long ignored = (long) spin.invokeExact(self, words);
        } catch (Throwable thrown) {
            throw CLibrary.unexpected(thrown);
        }
    }

    /**
     * Adds a flow: frames into {@code port}, in turn from and to these stations and of these lengths.
     *
     * @param vid the VLAN that travels beside them, 0 for none
     * @param isCopied whether each is copied whole from one made before; else only its header is written
     * @throws IllegalStateException if there is no memory
     */
    void flow(int port, int vid, long[] destinations, long[] sources, long[] lengths, boolean isCopied) {
        try (Arena arguments = Arena.ofConfined()) {
            long result = call(
                    "reference_flow",
                    port,
                    vid,
                    isCopied ? 1 : 0,
                    arguments.allocateFrom(LONG, destinations).address(),
                    arguments.allocateFrom(LONG, sources).address(),
                    sources.length,
                    arguments.allocateFrom(LONG, lengths).address(),
                    lengths.length);
            if (result != 0) {
                throw new IllegalStateException("no memory for a flow of " + sources.length + " stations");
            }
        }
    }

    /** Runs so many steps, in each of which a flow sends a burst; returns the frames that entered. */
    long run(long steps) {
        try {
            return (long) run.invokeExact(self, steps);
        } catch (Throwable thrown) {
            throw CLibrary.unexpected(thrown);
        }
    }

    /** Calls a function of {@code reference.h} for this switch. */
    long call(String function, long... arguments) {
        return library.call(
                function,
                LongStream.concat(LongStream.of(self), LongStream.of(arguments)).toArray());
    }

    /** What a port has counted, by name; drops by the labels of their reasons. */
    Map<String, Long> counters(int port) {
        Map<String, Long> counters = new TreeMap<>();
        long name = library.call("reference_counter_name", 0);
        for (int index = 0; name != 0; name = library.call("reference_counter_name", index)) {
            counters.put(CLibrary.text(name), call("reference_counter", port, index));
            index++;
        }
        return counters;
    }

    /** Frames that a port has dropped, for whatever reason. */
    long drops(int port) {
        Map<String, Long> counters = counters(port);
        counters.keySet().removeAll(TRAFFIC);
        return counters.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void close() {
        call("reference_close");
    }

    private long attach(long longest, long untagged, long[] tagged) {
        try (Arena arguments = Arena.ofConfined()) {
            long vids = arguments.allocateFrom(LONG, tagged).address();
            return call("reference_attach", longest, untagged, vids, tagged.length);
        }
    }

    private static MemoryConfig slots(FrameMemory memory) {
        return new MemoryConfig(memory.slots(SlotClass.SMALL), memory.slots(SlotClass.LARGE));
    }

    /** Odd, and with about as many bits set as not, as the hash wants it. */
    private static long multiplier(RandomGenerator random) {
        return LongStream.generate(random::nextLong)
                .map(bits -> bits | 1 | Long.MIN_VALUE)
                .filter(bits -> Math.abs(Long.bitCount(bits) - Integer.SIZE) <= 4)
                .findFirst()
                .orElseThrow();
    }
}
