package io.isolane.tools.bench.rig;

import io.isolane.core.frame.MacAddress;
import io.isolane.tools.bench.trial.AddressRange;
import io.isolane.tools.bench.trial.Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Who talks to whom in a scenario: for each guest that takes part a stream to its uplink and one from there. Immutable. */
public final class Conversations {
    /** Turned in a station's address it makes one that no station has. */
    private static final long UNKNOWN = 1L << 32;

    private final Scenario scenario;
    private final Wiring wiring;

    /** The conversations of {@code scenario}. */
    public Conversations(Scenario scenario) {
        this.scenario = scenario;
        this.wiring = new Wiring(scenario);
    }

    /** Each with the addresses of its stations in ascending order. */
    public List<Stream> streams() {
        List<Stream> streams = new ArrayList<>();
        for (int guest = 0; guest < scenario.ports(); guest++) {
            if (!wiring.isUplink(guest) && Addresses.conversations(scenario, guest) > 0) {
                int uplink = wiring.uplinkOf(guest);
                streams.add(stream(guest, guest, uplink));
                streams.add(stream(guest, uplink, guest));
            }
        }
        return streams;
    }

    /** Where the frames of {@code stream} come from, in the order in which the scenario lets stations take turns. */
    public long[] sources(Stream stream) {
        return inTurn(stream.sources(), stream.sources().count());
    }

    /** For each of the {@link #sources} whom it speaks to. */
    public long[] destinations(Stream stream) {
        return inTurn(stream.destinations(), stream.sources().count());
    }

    /** Both ends of a conversation keep the same place. */
    private long[] inTurn(AddressRange range, int count) {
        long[] ascending = LongStream.range(0, count).map(range::at).toArray();
        return switch (scenario.order()) {
            case SEQUENTIAL -> ascending;
            case RANDOM -> Shuffle.of(ascending);
        };
    }

    private Stream stream(int guest, int from, int to) {
        int count = Addresses.conversations(scenario, guest);
        AddressRange guests = new AddressRange(Addresses.guest(scenario, guest, 0), count);
        AddressRange servers = new AddressRange(Addresses.beyondUplink(scenario, guest, 0), count);
        AddressRange destinations = addressed(from == guest ? servers : guests);
        return Stream.of(from, to, from == guest ? guests : servers, destinations)
                .withVid(wiring.sentVid(from, guest));
    }

    private AddressRange addressed(AddressRange known) {
        return switch (scenario.traffic()) {
            case KNOWN_UNICAST -> known;
            case UNKNOWN_UNICAST -> new AddressRange(known.first() ^ UNKNOWN, known.count());
            case BROADCAST -> AddressRange.of(MacAddress.BROADCAST);
        };
    }
}
