package io.isolane.dataplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.EthernetHeader;
import io.isolane.core.frame.EthernetLayout;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.RawMemory;
import io.isolane.core.memory.SlotClass;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.VlanMembership;
import io.isolane.dataplane.port.ring.VirtualNic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two spinning workers, frames between ports of the one and of the other, and changes while they flow. */
@Timeout(60)
class TwoWorkersTest {
    private static final int SLOTS = 8192;
    private static final int GUESTS = 4;
    private static final int FRAMES = 4_000;
    private static final int WINDOW = 256;
    private static final int LENGTH = 64;
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final VirtualSwitch fabric = VirtualSwitch.start(SwitchConfig.of(IsolationMode.LEARNING)
            .withWorkers(new WorkerConfig(2, WorkerConfig.Idle.SPIN))
            .withMemory(new MemoryConfig(SLOTS, 4))
            .withTable(new TableConfig(1024, Duration.ofMinutes(5))));
    private final List<VirtualNic> nics = new ArrayList<>();
    private final long[] frames = new long[64];

    @AfterEach
    void shouldHaveEverySlotBack() {
        fabric.close();
        nics.forEach(VirtualNic::close);
        assertThat(fabric.pool().available(SlotClass.SMALL)).isEqualTo(SLOTS);
    }

    @Test
    void shouldLoseDuplicateAndReorderNothingBetweenPortsOfDifferentWorkers() {
        attachGuests();
        Flows flows = new Flows();

        flows.pass(FRAMES, () -> {});

        IntStream.range(0, GUESTS)
                .forEach(i -> assertThat(counters(i).totalDrops())
                        .as("drops at guest %s, its runt not counted", i)
                        .isEqualTo(counters(i).drops(DropReason.RUNT)));
        assertThat(counters(1).txFrames()).isEqualTo(flows.sentTo(1));
    }

    @Test
    void shouldGiveBackEverySlotOfFloodsThatCrossWorkers() {
        attachGuests();
        for (int i = 0; i < 4_000; i++) {
            VirtualNic from = nics.get(i % GUESTS);
            write(from, 0xffff_ffff_ffffL, station(i % GUESTS), i);
            nics.forEach(this::drain);
        }
        await(() -> counters(0).floodedFrames() > 0);
    }

    @Test
    void shouldLoseNoFrameOfOthersWhilePortsComeAndGo() {
        attachGuests();
        Flows flows = new Flows();
        int[] round = {0};

        flows.pass(FRAMES, () -> {
            String name = "visitor" + round[0]++ % 3;
            VirtualNic visitor =
                    fabric.attach(PortProfile.guest(name, "default").build());
            write(visitor, station(0), station(GUESTS + 1), -1);
            fabric.detach(name);
            visitor.close();
        });

        assertThat(round[0]).isGreaterThan(10);
    }

    @Test
    void shouldLoseNoFrameOfOthersWhileAPortIsReconfigured() {
        attachGuests();
        VirtualNic changing = fabric.attach(inVlan("changing", 10));
        nics.add(changing);
        Flows flows = new Flows();
        int[] round = {0};

        flows.pass(FRAMES, () -> {
            fabric.reconfigure(inVlan("changing", 10 + ++round[0] % 2));
            drain(changing);
        });

        assertThat(round[0]).isGreaterThan(10);
    }

    @Test
    void shouldNeverShowAPortAFrameOfAVlanItWasNotIn() {
        VirtualNic ten = attach(inVlan("ten", 10));
        VirtualNic twenty = attach(inVlan("twenty", 20));
        VirtualNic moving = attach(inVlan("moving", 10));
        for (int round = 0; round < 60; round++) {
            int vlan = round % 2 == 0 ? 10 : 20;
            VirtualNic other = vlan == 10 ? twenty : ten;
            String name = vlan == 10 ? "twenty" : "ten";
            fabric.reconfigure(inVlan("moving", vlan));
            settle(name, other);
            drain(moving);
            write(other, 0xffff_ffff_ffffL, station(vlan), round);
            settle(name, other);

            assertThat(moving.receive(frames, frames.length)).isZero();
        }
    }

    @Test
    void shouldDeliverToAPortThatTookTheNumberOfAnotherNothingThatWasForIt() {
        attachGuests();
        for (int round = 0; round < 40; round++) {
            VirtualNic old = fabric.attach(inVlan("old", 1));
            write(old, 0xffff_ffff_ffffL, station(GUESTS), round);
            settle("old", old);
            for (int i = 0; i < 20; i++) {
                write(nics.getFirst(), station(GUESTS), station(0), i);
            }
            fabric.detach("old");
            VirtualNic successor = fabric.attach(inVlan("new", 2));
            assertThat(successor.receive(frames, frames.length)).isZero();
            settle("guest0", nics.getFirst());

            assertThat(successor.receive(frames, frames.length)).isZero();
            fabric.detach("new");
            old.close();
            successor.close();
            nics.forEach(this::drain);
        }
    }

    @Test
    void shouldGoOnWhileMoreThanAWordOfPortsComeAndGoUnderTraffic() {
        attachGuests();
        List<VirtualNic> many = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            many.add(fabric.attach(PortProfile.guest("port" + i, "default")
                    .addresses(station(100 + i))
                    .build()));
        }
        for (int round = 0; round < 40; round++) {
            for (int i = 0; i < 20; i++) {
                write(nics.get(i % GUESTS), station(169), station(i % GUESTS), i);
            }
            fabric.detach("port69");
            many.removeLast().close();
            many.add(fabric.attach(PortProfile.guest("port69", "default")
                    .addresses(station(169))
                    .build()));
            nics.forEach(this::drain);
        }
        many.forEach(this::drain);
        write(nics.getFirst(), station(169), station(0), 1);
        await(() -> drain(many.getLast()) > 0);
        nics.addAll(many);
    }

    /** A frame from every guest to the one after it, numbered; guests alternate between the two workers. */
    private final class Flows {
        private final int[] sent = new int[GUESTS];
        private final int[] received = new int[GUESTS];

        private Flows() {
            for (int i = 0; i < GUESTS; i++) {
                write(nics.get(i), 0xffff_ffff_ffffL, station(i), -1);
                settle("guest" + i, nics.get(i));
            }
            nics.forEach(TwoWorkersTest.this::drain);
        }

        int sentTo(int guest) {
            return sent[guest] + GUESTS - 1;
        }

        /** Passes {@code count} frames to each guest and does {@code change} now and then. */
        void pass(int count, Runnable change) {
            int[] turn = {0};
            await(() -> {
                if (turn[0]++ % 100 == 99) {
                    change.run();
                }
                IntStream.range(0, GUESTS).forEach(to -> pass(to, count));
                return IntStream.of(received).allMatch(all -> all == count);
            });
        }

        private void pass(int to, int count) {
            int from = (to + GUESTS - 1) % GUESTS;
            while (sent[to] < count && sent[to] - received[to] < WINDOW) {
                write(nics.get(from), station(to), station(from), sent[to]++);
            }
            receive(to);
        }

        private void receive(int to) {
            VirtualNic nic = nics.get(to);
            int count = nic.receive(frames, frames.length);
            for (int i = 0; i < count; i++) {
                long address = nic.address(frames[i]);
                int number = RawMemory.getInt(address + EthernetLayout.HEADER_LENGTH);
                if (EthernetHeader.destination(address) == station(to) && number >= 0) {
                    assertThat(number).isEqualTo(received[to]++);
                }
            }
            nic.free(frames, count);
        }
    }

    private void attachGuests() {
        for (int i = 0; i < GUESTS; i++) {
            attach(PortProfile.guest("guest" + i, "default").build());
        }
    }

    private VirtualNic attach(PortProfile profile) {
        nics.add(fabric.attach(profile));
        return nics.getLast();
    }

    private static PortProfile inVlan(String name, int vid) {
        return PortProfile.guest(name, "default")
                .vlan(VlanMembership.access(vid))
                .build();
    }

    private PortCounters counters(int guest) {
        return fabric.counters("guest" + guest);
    }

    private static long station(int index) {
        return 0x02_00_00_00_00_00L + index;
    }

    private void write(VirtualNic nic, long to, long from, int number) {
        long frame = nic.allocate(LENGTH);
        assertThat(frame).isNotEqualTo(Descriptor.NONE);
        EthernetHeader.write(nic.address(frame), to, from, EtherType.IPV4);
        RawMemory.putInt(nic.address(frame) + EthernetLayout.HEADER_LENGTH, number);
        await(() -> nic.send(frame));
    }

    /** Waits until the port's worker has forwarded all that the port has sent so far: a runt after it has been counted. */
    private void settle(String port, VirtualNic nic) {
        PortCounters counters = fabric.counters(port);
        long runts = counters.drops(DropReason.RUNT);
        long runt = nic.allocate(1);
        await(() -> nic.send(runt));
        await(() -> counters.drops(DropReason.RUNT) > runts);
    }

    private int drain(VirtualNic nic) {
        int all = 0;
        for (int count = nic.receive(frames, frames.length); count > 0; count = nic.receive(frames, frames.length)) {
            nic.free(frames, count);
            all += count;
        }
        return all;
    }

    private void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                fail("not within %s; dropped until then: %s", DEADLINE, drops());
            }
            Thread.onSpinWait();
        }
    }

    private List<String> drops() {
        return fabric.ports().stream()
                .flatMap(port -> Stream.of(DropReason.values())
                        .filter(reason -> fabric.counters(port).drops(reason) > 0)
                        .map(reason -> port + " " + reason + " "
                                + fabric.counters(port).drops(reason)))
                .toList();
    }
}
