package io.isolane.dataplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.memory.SlotClass;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PortSecurity;
import io.isolane.core.policy.PortSecurity.Violation;
import io.isolane.core.table.MoveLimit;
import io.isolane.dataplane.port.PortStatus;
import io.isolane.dataplane.port.ring.VirtualNic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Stations that two spinning workers hear at once: ports a and c are the one's, b the other's. */
@Timeout(60)
class SecuredWorkersTest {
    private static final int SLOTS = 4096;
    private static final int FRAMES = 20_000;
    private static final long ALL = 0xffff_ffff_ffffL;
    private static final long A = 0x02_00_00_00_00_0aL;
    private static final long FORGED = 0x02_66_00_00_00_00L;
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final PortSecurity STICKY = new PortSecurity(Violation.RESTRICT, List.of(), true, Duration.ZERO);

    private final VirtualSwitch fabric = VirtualSwitch.start(SwitchConfig.of(IsolationMode.LEARNING)
            .withWorkers(new WorkerConfig(2, WorkerConfig.Idle.SPIN))
            .withMemory(new MemoryConfig(SLOTS, 4))
            .withTable(new TableConfig(1024, Duration.ofMinutes(5)).withMoves(new MoveLimit(3, 3_600_000))));
    private final List<VirtualNic> nics = new ArrayList<>();
    private final long[] received = new long[64];

    @AfterEach
    void shouldHaveEverySlotBack() {
        fabric.close();
        nics.forEach(VirtualNic::close);
        assertThat(fabric.pool().available(SlotClass.SMALL)).isEqualTo(SLOTS);
    }

    @Test
    void shouldLeaveAStickyStationWhereItIsWhateverTheOtherWorkerHears() {
        VirtualNic a = attach("a", 1, STICKY);
        VirtualNic b = attach("b", 1, PortSecurity.OFF);
        send(a, A);
        await(() -> port(A) == 0);

        for (int i = 0; i < FRAMES; i++) {
            send(b, A);
        }

        await(() -> counters("b").notLearntFrames() == FRAMES);
        assertThat(port(A)).isZero();
        assertThat(counters("b").stationsMoved()).isZero();
    }

    @Test
    void shouldPinAStationThatBothWorkersHearAgainAndAgain() {
        VirtualNic a = attach("a", 8, PortSecurity.OFF);
        VirtualNic b = attach("b", 8, PortSecurity.OFF);
        send(a, A);
        await(() -> port(A) == 0);

        for (int i = 0; i < FRAMES; i++) {
            send(i % 2 == 0 ? b : a, A);
        }

        await(() -> counters("a").rxFrames() + counters("b").rxFrames() == FRAMES + 1);
        await(() -> counters("b").drops(DropReason.PINNED_STATION) > 0);
        assertThat(port(A)).isZero();
        assertThat(counters("a").drops(DropReason.PINNED_STATION)).isZero();
    }

    @Test
    void shouldPutAPortDownWhileTheOtherWorkerSendsToIt() {
        VirtualNic a = attach("a", 8, PortSecurity.OFF);
        VirtualNic b = attach("b", 1, new PortSecurity(Violation.SHUTDOWN, List.of(), false, Duration.ofMillis(1)));
        for (int i = 0; i < FRAMES; i++) {
            send(a, A);
            send(b, FORGED + i % 2);
        }
        await(() -> counters("b").drops(DropReason.PORT_SECURITY) > 0);
        await(() -> fabric.status("b").state() == PortStatus.State.UP);

        await(() -> {
            fabric.clear("b");
            send(b, FORGED + 7);
            return port(FORGED + 7) == 1;
        });
    }

    private int port(long mac) {
        int[] found = {-1};
        fabric.stations((fid, station, port, isStatic) -> found[0] = station == mac ? port : found[0]);
        return found[0];
    }

    private PortCounters counters(String port) {
        return fabric.counters(port);
    }

    private VirtualNic attach(String name, int limit, PortSecurity rules) {
        nics.add(fabric.attach(PortProfile.guest(name, "default")
                .stationLimit(limit)
                .guards(PortGuards.builder().security(rules))));
        return nics.getLast();
    }

    /** Sends a broadcast, as soon as the port has room for it, and lets everybody hear what waits. */
    private void send(VirtualNic nic, long source) {
        byte[] frame = WireFrame.of(ALL, source, 0x0800, new byte[46]).bytes();
        await(() -> {
            nics.forEach(each -> each.free(received, each.receive(received, received.length)));
            return nic.send(frame);
        });
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                fail("not within %s", DEADLINE);
            }
            Thread.onSpinWait();
        }
    }
}
