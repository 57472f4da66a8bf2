package io.isolane.dataplane.reference;

import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.dataplane.ManualSwitch;
import io.isolane.dataplane.WireFrame;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A scenario played by the switch and by the reference, side by side. */
final class Comparison {
    /** In which the worker sweeps the tables of these scenarios: a slice a poll, whatever time has passed. */
    private static final int SLICES = 8;

    private final List<ReferenceSwitch> references;
    private final ManualSwitch real;
    private final Set<String> deaf = new HashSet<>();

    Comparison(Scenario scenario, ManualSwitch real) {
        this.real = real;
        this.references = scenario.topologies().stream()
                .map(topology -> new ReferenceSwitch(
                        topology.networks(), topology.ports(), scenario.capacity(), scenario.ageing()))
                .toList();
    }

    /** The first thing in which the two differ, if any. */
    static Optional<Difference> difference(Scenario scenario) {
        try (ManualSwitch real = scenario.start()) {
            Comparison comparison = new Comparison(scenario, real);
            for (Scenario.Step step : scenario.steps()) {
                Optional<Difference> difference = comparison.next(step);
                if (difference.isPresent()) {
                    return difference;
                }
            }
            return comparison.countedDifferently();
        }
    }

    /** Plays a step on both sides; what was heard differently afterwards, if anything. */
    Optional<Difference> next(Scenario.Step step) {
        play(step);
        return heardDifferently();
    }

    /** Why the switch dropped frames of a scenario. */
    static Set<DropReason> reasons(Scenario scenario) {
        Set<DropReason> reasons = EnumSet.noneOf(DropReason.class);
        try (ManualSwitch real = scenario.start()) {
            Comparison comparison = new Comparison(scenario, real);
            for (Scenario.Step step : scenario.steps()) {
                comparison.play(step);
                comparison.ports().forEach(port -> real.heard(port.profile.name()));
            }
            comparison
                    .ports()
                    .forEach(port -> reasons.addAll(
                            drops(real.counters(port.profile.name())).keySet()));
        }
        return reasons;
    }

    /** The scenario without the steps and frames that the difference does not need. */
    static Scenario smallest(Scenario failing) {
        Scenario smallest = smaller(failing);
        Scenario split = smallest.oneFrameEach();
        return differs(split) ? smaller(split) : smallest;
    }

    private static Scenario smaller(Scenario failing) {
        Scenario smallest = failing;
        for (int step = failing.steps().size() - 1; step >= 0; step--) {
            Scenario smaller = smallest.without(step);
            if (differs(smaller)) {
                smallest = smaller;
            }
        }
        return smallest;
    }

    /** A scenario that cannot be played any more, since a port is not there or has come twice, differs in nothing. */
    private static boolean differs(Scenario scenario) {
        try {
            return difference(scenario).isPresent();
        } catch (IllegalArgumentException | NoSuchElementException impossible) {
            return false;
        }
    }

    private void play(Scenario.Step step) {
        switch (step) {
            case Scenario.Step.Send send -> send(send.frames());
            case Scenario.Step.Wait wait -> {
                real.advance(wait.seconds());
                IntStream.range(0, SLICES).forEach(slice -> real.poll());
                references.forEach(reference -> reference.advance(wait.seconds()));
            }
            case Scenario.Step.Change change -> {
                real.reconfigure(change.profile());
                reference(change.profile().name()).change(change.profile());
            }
            case Scenario.Step.Link link -> {
                real.link(link.port(), link.up());
                reference(link.port()).link(link.port(), link.up());
            }
            case Scenario.Step.Attach attach -> {
                real.attach(attach.profile());
                references.getFirst().attach(attach.profile());
            }
            case Scenario.Step.Detach detach -> {
                references.getFirst().detach(detach.port());
                deaf.remove(detach.port());
                real.detach(detach.port());
            }
            case Scenario.Step.Read read -> {
                if (read.on()) {
                    deaf.remove(read.port());
                } else {
                    deaf.add(read.port());
                }
            }
        }
        real.poll();
    }

    private void send(List<Scenario.Sent> frames) {
        Map<String, List<WireFrame>> bursts = new LinkedHashMap<>();
        frames.forEach(sent -> {
            if (reference(sent.port()).port(sent.port()).isUp) {
                real.offer(sent.port(), sent.frame(), sent.disguise());
                bursts.computeIfAbsent(sent.port(), port -> new ArrayList<>()).add(sent.frame());
            }
        });
        for (ReferenceSwitch reference : references) {
            for (ReferencePort port : reference.ports()) {
                reference.receive(port.profile.name(), bursts.getOrDefault(port.profile.name(), List.of()));
            }
        }
    }

    private ReferenceSwitch reference(String port) {
        return references.stream()
                .filter(reference -> reference.ports().stream()
                        .anyMatch(each -> each.profile.name().equals(port)))
                .findFirst()
                .orElseThrow();
    }

    private List<ReferencePort> ports() {
        return references.stream()
                .flatMap(reference -> reference.ports().stream())
                .toList();
    }

    /** A port that nobody reads is compared when it is read again. */
    private Optional<Difference> heardDifferently() {
        for (ReferencePort port : ports()) {
            if (deaf.contains(port.profile.name())) {
                continue;
            }
            List<WireFrame> expected = List.copyOf(port.heard);
            port.heard.clear();
            List<WireFrame> actual = real.heard(port.profile.name());
            if (!actual.equals(expected)) {
                return Optional.of(new Difference.Heard(port.profile.name(), actual, expected));
            }
        }
        return Optional.empty();
    }

    /** What was counted differently since the ports were attached, if anything. */
    Optional<Difference> countedDifferently() {
        for (ReferencePort port : ports()) {
            PortCounters counters = real.counters(port.profile.name());
            Difference.Counts expected = new Difference.Counts(Map.copyOf(port.drops), port.moved, port.notLearnt);
            Difference.Counts actual =
                    new Difference.Counts(drops(counters), counters.stationsMoved(), counters.notLearntFrames());
            if (!actual.equals(expected)) {
                return Optional.of(new Difference.Counted(port.profile.name(), actual, expected));
            }
        }
        return Optional.empty();
    }

    private static Map<DropReason, Long> drops(PortCounters counters) {
        Map<DropReason, Long> drops = new EnumMap<>(DropReason.class);
        for (DropReason reason : DropReason.values()) {
            if (counters.drops(reason) > 0) {
                drops.put(reason, counters.drops(reason));
            }
        }
        return drops;
    }
}
