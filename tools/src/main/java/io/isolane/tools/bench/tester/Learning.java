package io.isolane.tools.bench.tester;

import io.isolane.core.frame.MacAddress;
import io.isolane.tools.bench.trial.AddressRange;
import io.isolane.tools.bench.trial.Defect;
import io.isolane.tools.bench.trial.FrameMix;
import io.isolane.tools.bench.trial.Stream;
import io.isolane.tools.bench.trial.TrialSpec;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Learning frames (RFC 2889, 5; RFC 2544, 23): the sources of each stream speak, then its destinations, each from the port where it is, and then
 * a frame to each destination shows whether it arrives there, and nowhere else. A stream for several ports, or for a group, has no destination
 * that could be learnt; one with a defect, or for no port, teaches nothing. Confined to its thread.
 */
final class Learning {
    private final Tester tester;
    private final WayBack wayBack;
    private final TesterConfig way;

    Learning(Tester tester, WayBack wayBack) {
        this.tester = tester;
        this.wayBack = wayBack;
        this.way = tester.config().withFullPort(TesterConfig.FullPort.KEEP_WAITING);
    }

    /** Teaches and looks; what the device did not learn, in words. */
    Optional<String> learn(List<Stream> streams) throws InterruptedException {
        List<Stream> speaking = streams.stream()
                .filter(stream -> stream.defect() == Defect.NONE)
                .toList();
        List<Stream> unicast = speaking.stream().filter(Learning::isUnicast).toList();
        if (!speaking.isEmpty()) {
            send(speaking, false);
        }
        if (unicast.isEmpty()) {
            return Optional.empty();
        }
        send(unicast.stream().map(this::back).toList(), false);
        return verdict(unicast, send(unicast, true));
    }

    private Receiver send(List<Stream> streams, boolean keepStrays) throws InterruptedException {
        int each = streams.stream()
                .mapToInt(stream ->
                        Math.max(stream.sources().count(), stream.destinations().count()))
                .max()
                .orElseThrow();
        TrialSpec spec = new TrialSpec(
                streams.stream().map(stream -> stream.withShare(1)).toList(),
                FrameMix.of(FrameMix.MIN_FRAME),
                way.learningRate(),
                (long) each * streams.size());
        TrialRun run = tester.prepare(spec, way, keepStrays);
        run.move();
        return run.receiver();
    }

    private Stream back(Stream stream) {
        return Stream.of(stream.to().getFirst(), stream.from(), stream.destinations(), stream.sources())
                .withVid(wayBack.vid(stream));
    }

    private static boolean isUnicast(Stream stream) {
        return stream.to().size() == 1
                && !MacAddress.isGroup(stream.destinations().first());
    }

    private static Optional<String> verdict(List<Stream> streams, Receiver receiver) {
        Map<AddressRange, BitSet> flooded = new LinkedHashMap<>();
        Map<AddressRange, BitSet> lost = new LinkedHashMap<>();
        for (int i = 0; i < streams.size(); i++) {
            AddressRange range = streams.get(i).destinations();
            Arrivals arrivals = receiver.arrivals(i, streams.get(i).to().getFirst());
            BitSet strayed = flooded.computeIfAbsent(range, any -> new BitSet());
            BitSet missing = lost.computeIfAbsent(range, any -> new BitSet());
            for (int address = 0; address < range.count(); address++) {
                strayed.set(address, strayed.get(address) || receiver.strays(i).has(address));
                missing.set(address, missing.get(address) || !arrivals.has(address));
            }
        }
        int all = flooded.keySet().stream().mapToInt(AddressRange::count).sum();
        List<String> sentences = new ArrayList<>();
        say(sentences, flooded, all, "were not learnt: frames to them were flooded");
        say(sentences, lost, all, "could not be reached: frames to them were lost");
        return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", sentences));
    }

    private static void say(List<String> sentences, Map<AddressRange, BitSet> which, int all, String what) {
        int count = which.values().stream().mapToInt(BitSet::cardinality).sum();
        if (count > 0) {
            sentences.add(count + " of " + all + " addresses " + what);
        }
    }
}
