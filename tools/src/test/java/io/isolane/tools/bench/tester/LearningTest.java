package io.isolane.tools.bench.tester;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.frame.EthernetHeader;
import io.isolane.core.frame.MacAddress;
import io.isolane.core.memory.Descriptor;
import io.isolane.tools.bench.trial.AddressRange;
import io.isolane.tools.bench.trial.Stream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;

class LearningTest {
    private static final AddressRange GUESTS = new AddressRange(0x02_00_00_00_01_00L, 128);
    private static final AddressRange SERVERS = new AddressRange(0x02_00_00_00_02_00L, 128);
    private static final List<Stream> BOTH_WAYS =
            List.of(Stream.of(0, 1, GUESTS, SERVERS), Stream.of(1, 0, SERVERS, GUESTS));

    private final ScriptedDevice device = new ScriptedDevice(3);
    private final Map<Long, Integer> table = new HashMap<>();
    private final Tester tester =
            new Tester(TesterConfig.RFC_2544.withQuiet(Duration.ofNanos(50_000)), new StepClock(1_000), device.line());
    private LongPredicate learnable = mac -> true;
    private LongPredicate reachable = mac -> true;

    LearningTest() {
        device.does((from, frame, nth) -> bridge(from, frame));
    }

    @Test
    void shouldSayNothingOfADeviceThatLearntAll() throws InterruptedException {
        assertThat(learn(BOTH_WAYS)).isEmpty();
        assertThat(table).hasSize(256);
    }

    @Test
    void shouldTeachDestinationsThatNeverSendInTheTrial() throws InterruptedException {
        assertThat(learn(List.of(Stream.of(0, 1, GUESTS, SERVERS)))).isEmpty();
        assertThat(table).hasSize(256).containsEntry(SERVERS.first(), 1);
    }

    @Test
    void shouldSayHowManyAddressesWereFloodedTo() throws InterruptedException {
        learnable = mac -> mac < SERVERS.first() || mac >= SERVERS.first() + 3;

        assertThat(learn(BOTH_WAYS)).isEqualTo("3 of 256 addresses were not learnt: frames to them were flooded");
    }

    @Test
    void shouldSayHowManyAddressesCannotBeReached() throws InterruptedException {
        reachable = mac -> mac != GUESTS.first();

        assertThat(learn(BOTH_WAYS)).isEqualTo("1 of 256 addresses could not be reached: frames to them were lost");
    }

    @Test
    void shouldTeachOnlyTheSourcesOfABroadcast() throws InterruptedException {
        Stream all = Stream.of(0, List.of(1, 2), GUESTS, AddressRange.of(MacAddress.BROADCAST));

        assertThat(learn(List.of(all))).isEmpty();
        assertThat(table).hasSize(128);
    }

    @Test
    void shouldTagTheWayBackAsItIsTold() throws InterruptedException {
        Map<Integer, Integer> vids = new HashMap<>();
        device.does((from, frame, nth) -> {
            vids.merge(from, Descriptor.tci(frame), Math::max);
            bridge(from, frame);
        });

        tester.learn(List.of(Stream.of(0, 1, GUESTS, SERVERS).withVid(7)), stream -> 9);

        assertThat(vids).isEqualTo(Map.of(0, 7, 1, 9));
    }

    private String learn(List<Stream> streams) throws InterruptedException {
        return tester.learn(streams, Stream::vid).orElse("");
    }

    private void bridge(int from, long frame) {
        long source = EthernetHeader.source(device.address(frame));
        long destination = EthernetHeader.destination(device.address(frame));
        if (learnable.test(source)) {
            table.put(source, from);
        }
        for (int port = 0; port < 3; port++) {
            boolean isThere = port == table.getOrDefault(destination, port);
            if (port != from && isThere && reachable.test(destination)) {
                device.emit(port, device.copy(frame));
            }
        }
        device.free(frame);
    }
}
