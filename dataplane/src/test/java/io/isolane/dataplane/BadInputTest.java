package io.isolane.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.counter.DropReason;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.core.policy.VlanMembership;
import io.isolane.dataplane.port.ring.VirtualNic;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes in that should not: counted under its name, and the port, the others and the pool go on as before. */
class BadInputTest {
    private static final long ALL = 0xffff_ffff_ffffL;
    private static final long A = 0x02_00_00_00_00_0aL;
    private static final long B = 0x02_00_00_00_00_0bL;
    private static final WireFrame GOOD = WireFrame.of(ALL, A, 0x0800, new byte[28]);
    private static final VirtualNetwork NET = VirtualNetwork.of("net", IsolationMode.LEARNING);

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("badFrames")
    void shouldCountABadFrameUnderItsNameAndForwardTheNextOne(String port, DropReason reason, WireFrame bad) {
        try (ManualSwitch fabric = accessAndTrunk()) {
            fabric.send(port, bad, GOOD.pushed(0x8100, port.equals("trunk") ? 10 : 0), bad);

            assertThat(fabric.drops(port, reason)).isEqualTo(2);
            assertThat(fabric.counters(port).totalDrops()).isEqualTo(2);
            assertThat(fabric.heard("neighbour")).containsExactly(GOOD);
        }
    }

    static Stream<Arguments> badFrames() {
        return Stream.of(
                Arguments.of("access", DropReason.RUNT, GOOD.cut(0)),
                Arguments.of("access", DropReason.RUNT, GOOD.cut(13)),
                Arguments.of("access", DropReason.OVER_LONG, WireFrame.of(ALL, A, 0x0800, new byte[1501])),
                Arguments.of("access", DropReason.OVER_LONG, WireFrame.of(ALL, A, 0x0800, new byte[60_000])),
                Arguments.of(
                        "trunk",
                        DropReason.OVER_LONG,
                        WireFrame.of(ALL, A, 0x0800, new byte[1501]).pushed(0x8100, 10)),
                Arguments.of(
                        "access",
                        DropReason.TRUNCATED_TAG,
                        GOOD.pushed(0x8100, 0).cut(14)),
                Arguments.of(
                        "access",
                        DropReason.TRUNCATED_TAG,
                        GOOD.pushed(0x8100, 0).cut(17)),
                Arguments.of(
                        "trunk",
                        DropReason.TRUNCATED_TAG,
                        GOOD.pushed(0x8100, 10).cut(17)),
                Arguments.of("access", DropReason.GROUP_SOURCE, WireFrame.of(B, ALL, 0x0800, new byte[28])),
                Arguments.of("access", DropReason.GROUP_SOURCE, WireFrame.of(B, 1L << 40, 0x0800, new byte[28])),
                Arguments.of("access", DropReason.ZERO_SOURCE, WireFrame.of(B, 0, 0x0800, new byte[28])),
                Arguments.of("access", DropReason.LINK_LOCAL, WireFrame.of(0x0180_c200_0002L, A, 0x8809, new byte[28])),
                Arguments.of("access", DropReason.TAG_ON_ACCESS, GOOD.pushed(0x8100, 10)),
                Arguments.of("access", DropReason.RESERVED_VID, GOOD.pushed(0x8100, 4095)),
                Arguments.of("trunk", DropReason.RESERVED_VID, GOOD.pushed(0x8100, 0xffff)),
                Arguments.of("trunk", DropReason.VLAN_NOT_ALLOWED, GOOD.pushed(0x8100, 11)),
                Arguments.of("trunk", DropReason.NO_NATIVE_VLAN, GOOD),
                Arguments.of("trunk", DropReason.FOREIGN_TAG, GOOD.pushed(0x88a8, 10)),
                Arguments.of(
                        "trunk", DropReason.SECOND_TAG, GOOD.pushed(0x8100, 10).pushed(0x8100, 0)));
    }

    @Test
    void shouldLoseOnlyItsOwnFramesWhereAReaderHasStopped() {
        try (ManualSwitch fabric = ManualSwitch.of(NET).attach(guest("a"), guest("b"), guest("stopped"))) {
            int frames = 200;
            for (int i = 0; i < frames; i++) {
                fabric.send("a", GOOD);

                assertThat(fabric.heard("b")).containsExactly(GOOD);
            }

            int ring = fabric.heard("stopped").size();
            assertThat(fabric.drops("stopped", DropReason.TX_FULL)).isEqualTo(frames - ring);
            assertThat(fabric.counters("a").totalDrops()).isZero();
            fabric.send("a", GOOD);
            assertThat(fabric.heard("stopped")).as("once it reads again").hasSize(1);
        }
    }

    @Test
    void shouldCountFramesThatFindNoSlotAndGoOnWhenThereAreSomeAgain() {
        try (ManualSwitch fabric = ManualSwitch.of(NET).attach(guest("a"), guest("b"), guest("c"))) {
            VirtualNic hog = fabric.nic("c");
            fabric.send("a", GOOD);
            long[] flooded = new long[1];
            assertThat(fabric.nic("b").receive(flooded, 1)).isEqualTo(1);
            long[] hoard = hoard(hog);

            assertThat(fabric.nic("b").send(flooded[0]))
                    .as("a frame that others share")
                    .isTrue();
            fabric.poll();
            assertThat(fabric.drops("b", DropReason.POOL_EMPTY)).isEqualTo(1);

            hog.free(hoard, hoard.length);
            fabric.heard("c");
            fabric.send("a", GOOD);
            assertThat(fabric.listeners()).containsExactly("b", "c");
        }
    }

    @Test
    void shouldLeaveASenderSlotsHoweverManyReceiversKeepSomeInStock() {
        SwitchConfig config =
                SwitchConfig.of(NET).withWorkers(WorkerConfig.INVOKED).withMemory(new MemoryConfig(4096, 4));
        try (VirtualSwitch fabric = VirtualSwitch.start(config)) {
            VirtualNic sender = fabric.attach(guest("sender"));
            long[] frames = new long[8];
            for (int i = 0; i < 20; i++) {
                VirtualNic receiver = fabric.attach(PortProfile.guest("receiver" + i, "net")
                        .addresses(B + i)
                        .build());
                WireFrame frame = WireFrame.of(B + i, A, 0x0800, new byte[28]);
                for (int sent = 0; sent < 600; sent++) {
                    assertThat(sender.send(frame.bytes())).isTrue();
                    fabric.poll();
                    receiver.free(frames, receiver.receive(frames, frames.length));
                }
            }
        }
    }

    private static long[] hoard(VirtualNic nic) {
        return Stream.generate(() -> nic.allocate(60))
                .takeWhile(frame -> frame != Descriptor.NONE)
                .mapToLong(Long::longValue)
                .toArray();
    }

    @Test
    void shouldCopyAFrameThatOthersShareBeforeItIsForwardedAgain() {
        try (ManualSwitch fabric = ManualSwitch.of(NET).attach(guest("a"), guest("b"), guest("c"))) {
            fabric.send("a", GOOD);
            long[] flooded = new long[1];
            assertThat(fabric.nic("b").receive(flooded, 1)).isEqualTo(1);
            assertThat(Descriptor.isShared(flooded[0])).isTrue();

            fabric.nic("b").send(flooded[0]);
            fabric.poll();

            assertThat(fabric.heard("a")).containsExactly(GOOD);
            assertThat(fabric.heard("c")).containsExactly(GOOD, GOOD);
        }
    }

    @Test
    void shouldCountDescriptorsThatNameNoSlotAndForwardWhatIsGood() {
        Random random = new Random(11);
        try (ManualSwitch fabric = accessAndTrunk()) {
            int bad = 0;
            for (int i = 0; i < 20_000; i++) {
                long descriptor = random.nextLong();
                if (!fabric.fabric().pool().memory().contains(descriptor)) {
                    bad++;
                    fabric.nic("access").send(descriptor);
                    fabric.poll();
                }
            }
            fabric.send("access", GOOD);

            assertThat(bad).isGreaterThan(19_000);
            assertThat(fabric.drops("access", DropReason.BAD_DESCRIPTOR)).isEqualTo(bad);
            assertThat(fabric.heard("neighbour")).containsExactly(GOOD);
        }
    }

    @Test
    void shouldRefuseEveryLengthAndMarkThatLeadsOutOfASlot() {
        Random random = new Random(12);
        try (ManualSwitch fabric = accessAndTrunk()) {
            VirtualNic nic = fabric.nic("access");
            for (int i = 0; i < 5_000; i++) {
                long own = nic.allocate(60);
                long marks = random.nextLong() & ~(Descriptor.SHARED | 0x3ff_ffffL);
                long twisted = (own & 0x3ff_ffffL) | marks;
                boolean isWithin = Descriptor.length(twisted) <= 1600;
                nic.send(twisted);
                fabric.poll();
                if (!isWithin) {
                    nic.discard(own);
                }
                fabric.listeners();
            }

            assertThat(fabric.drops("access", DropReason.BAD_DESCRIPTOR)).isGreaterThan(4_000);
        }
    }

    private static ManualSwitch accessAndTrunk() {
        return ManualSwitch.of(NET)
                .attach(PortProfile.guest("access", "net")
                        .vlan(VlanMembership.access(10))
                        .build())
                .attach(PortProfile.guest("trunk", "net")
                        .vlan(VlanMembership.trunk(10))
                        .build())
                .attach(PortProfile.guest("neighbour", "net")
                        .vlan(VlanMembership.access(10))
                        .build());
    }

    private static PortProfile guest(String name) {
        return PortProfile.guest(name, "net").build();
    }
}
