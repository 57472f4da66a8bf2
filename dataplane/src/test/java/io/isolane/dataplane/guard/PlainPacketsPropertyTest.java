package io.isolane.dataplane.guard;

import static io.isolane.dataplane.PacketBytes.ARP;
import static io.isolane.dataplane.PacketBytes.ICMPV6;
import static io.isolane.dataplane.PacketBytes.IPV4;
import static io.isolane.dataplane.PacketBytes.IPV6;
import static io.isolane.dataplane.PacketBytes.UDP;
import static io.isolane.dataplane.PacketBytes.address;
import static io.isolane.dataplane.PacketBytes.arp;
import static io.isolane.dataplane.PacketBytes.dhcp;
import static io.isolane.dataplane.PacketBytes.dhcpType;
import static io.isolane.dataplane.PacketBytes.dhcpv6;
import static io.isolane.dataplane.PacketBytes.ipv4;
import static io.isolane.dataplane.PacketBytes.ipv6;
import static io.isolane.dataplane.PacketBytes.join;
import static io.isolane.dataplane.PacketBytes.mac;
import static io.isolane.dataplane.PacketBytes.neighbour;
import static io.isolane.dataplane.PacketBytes.udp;
import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.binding.Bindings;
import io.isolane.core.frame.IpAddress;
import io.isolane.core.memory.RawMemory;
import io.isolane.core.policy.AddressGuard;
import io.isolane.core.policy.Binding;
import io.isolane.core.policy.DhcpRole;
import io.isolane.core.policy.FidRegistry;
import io.isolane.core.policy.ForwardingState;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PolicyCompiler;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.ServiceGuard;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.core.table.MacTable;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the short way passes, the long way passes too and learns nothing from: packets of every kind with some bytes turned. */
final class PlainPacketsPropertyTest {
    private static final long GUEST = 0x02_00_00_00_00_05L;
    private static final long LAN = 0x02_00_00_00_00_01L;
    private static final int ROOM = 512;

    private static final List<byte[]> FRAMES = List.of(
            frame(IPV4, ipv4("10.0.0.5", "10.0.0.6", UDP, udp(5000, 53, new byte[9]))),
            frame(
                    IPV4,
                    ipv4(
                            "10.0.0.5",
                            "10.0.0.6",
                            UDP,
                            udp(68, 67, dhcp(1, GUEST, 1, "0.0.0.0", "0.0.0.0", dhcpType(3))))),
            frame(IPV4, ipv4("10.0.0.5", "10.0.0.6", 6, new byte[20])),
            frame(IPV4, ipv4("10.0.0.5", "10.0.0.6", UDP, 1480, true, udp(67, 68, new byte[9]))),
            frame(IPV6, ipv6("fd00::5", "fd00::6", UDP, udp(5000, 53, new byte[9]))),
            frame(IPV6, ipv6("fd00::5", "fd00::6", 6, new byte[20])),
            frame(IPV6, ipv6("fd00::5", "ff02::1:2", UDP, udp(546, 547, dhcpv6(3, 1, 9, List.of("fd00::5"))))),
            frame(IPV6, ipv6("fd00::5", "ff02::1", ICMPV6, neighbour(136, "fd00::5"))),
            frame(ARP, arp(1, GUEST, "10.0.0.5", "10.0.0.6")),
            frame(0x88b5, new byte[46]),
            frame(0x8870, new byte[46]),
            frame(0x0030, new byte[46]),
            frame(0x8100, join(new byte[] {0, 0, 8, 0}, ipv4("10.0.0.6", "10.0.0.5", UDP, udp(67, 68, new byte[9])))));

    private final Arena arena = Arena.ofAuto();
    private final long memory = arena.allocate(ROOM, Long.BYTES).address();

    /**
     * A byte that is not what it was.
     *
     * @param at its place in the frame, modulo the frame's length
     */
    record Turned(int at, int value) {}

    @Property(tries = 3000)
    void shouldPassNothingThatTheLongWayRefuses(
            @ForAll("frames") byte[] frame,
            @ForAll("turns") List<Turned> turns,
            @ForAll int cut,
            @ForAll boolean checksSources,
            @ForAll DhcpRole dhcp) {
        Bindings bindings = Bindings.allocate(arena, 4, new Random(7));
        PacketInspection inspection = inspection(bindings, checksSources, dhcp);
        byte[] sent = turned(frame, turns);
        RawMemory.put(memory, sent);
        int length = Math.max(14, sent.length - (cut & 0xff) % 16 % sent.length);

        if (inspection.isPlain(memory, length, MacTable.key(1, GUEST))) {
            assertThat(inspection.inspectWhole(memory, length, MacTable.key(1, GUEST), MacTable.key(1, LAN)))
                    .isNull();
            assertThat(bindings.table().learnt(0)).isZero();
        }
    }

    @Example
    void shouldTakeTheShortWayWithWhatNearlyAllFramesCarry() {
        PacketInspection inspection = inspection(Bindings.allocate(arena, 4, new Random(7)), true, DhcpRole.CLIENT);

        assertThat(FRAMES.stream().filter(frame -> {
                    RawMemory.put(memory, frame);
                    return inspection.isPlain(memory, frame.length, MacTable.key(1, GUEST));
                }))
                .containsExactly(FRAMES.get(0), FRAMES.get(2), FRAMES.get(4), FRAMES.get(5), FRAMES.get(9));
    }

    @Provide
    static Arbitrary<byte[]> frames() {
        return Arbitraries.of(FRAMES);
    }

    /** Mostly in the headers, and often to what means something there. */
    @Provide
    static Arbitrary<List<Turned>> turns() {
        Arbitrary<Integer> places = Arbitraries.oneOf(
                Arbitraries.integers().between(12, 62), Arbitraries.integers().between(0, ROOM));
        Arbitrary<Integer> values = Arbitraries.oneOf(
                Arbitraries.of(0, 1, 5, 6, 17, 20, 44, 58, 60, 67, 68, 0x45, 0x46, 0x60, 0x81, 0x86, 0xdd, 0x20),
                Arbitraries.integers().between(0, 255));
        return Combinators.combine(places, values).as(Turned::new).list().ofMaxSize(4);
    }

    private static PacketInspection inspection(Bindings bindings, boolean checksSources, DhcpRole dhcp) {
        List<Binding> known = List.of(binding("10.0.0.5"), binding("fd00::5"));
        PortGuards guards = PortGuards.builder()
                .services(new ServiceGuard(dhcp, true))
                .addresses(new AddressGuard(true, true, checksSources, true, 8, known))
                .build();
        TreeMap<Integer, PortProfile> ports = new TreeMap<>();
        ports.put(0, PortProfile.guest("guest", "net").guards(guards).build());
        ports.put(
                1,
                PortProfile.guest("lan", "net")
                        .guards(PortGuards.builder().services(new ServiceGuard(DhcpRole.SERVER, false)))
                        .build());
        ForwardingState state = PolicyCompiler.compile(
                List.of(VirtualNetwork.of("net", IsolationMode.LEARNING)), ports, List.of(), new FidRegistry());
        known.forEach(each -> bindings.table().putStatic(1, each.address(), each.mac(), 0));
        PacketInspection inspection = new PacketInspection(bindings);
        inspection.batch(state, 0, 1);
        return inspection;
    }

    private static Binding binding(String text) {
        return Binding.of(IpAddress.of(address(text)), GUEST);
    }

    private static byte[] turned(byte[] frame, List<Turned> turns) {
        byte[] sent = frame.clone();
        turns.forEach(turn -> sent[turn.at() % sent.length] = (byte) turn.value());
        return sent;
    }

    private static byte[] frame(int type, byte[] packet) {
        byte[] etherType = ByteBuffer.allocate(2).putShort((short) type).array();
        return join(mac(LAN), mac(GUEST), etherType, packet);
    }
}
