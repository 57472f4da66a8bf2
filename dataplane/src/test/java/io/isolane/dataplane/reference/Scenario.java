package io.isolane.dataplane.reference;

import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.dataplane.ManualSwitch;
import io.isolane.dataplane.ManualSwitch.Disguise;
import io.isolane.dataplane.WireFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Topologies in one switch, and what happens to them.
 *
 * @param capacity of the MAC table
 * @param ageing in seconds
 */
record Scenario(List<Topology> topologies, List<Step> steps, int capacity, int ageing) {
    private static final List<Disguise> DISGUISES = List.of(Disguise.values());
    private static final int STEPS = 40;
    private static final int AGEING = 300;

    /** What happens between two polls of the switch. */
    sealed interface Step {
        /** Frames that ports send at once. */
        record Send(List<Sent> frames) implements Step {}

        /** Time passes, in seconds. */
        record Wait(int seconds) implements Step {}

        /** A port gets another profile. */
        record Change(PortProfile profile) implements Step {}

        /** A cable is pulled or put back. */
        record Link(String port, boolean up) implements Step {}

        /** A port comes. */
        record Attach(PortProfile profile) implements Step {}

        /** A port goes. */
        record Detach(String port) implements Step {}

        /** A port's guest stops reading what it hears, or reads again. */
        record Read(String port, boolean on) implements Step {}
    }

    /** A frame, the port that sends it, and the form in which an embedder hands it over. */
    record Sent(String port, WireFrame frame, Disguise disguise) {}

    /** Steps by chance in topologies by chance, where the table is never full. */
    static Scenario next(Random random) {
        List<Topology> topologies = new ArrayList<>(List.of(secured(random, "a-")));
        if (RandomTopology.chance(random, 4)) {
            topologies.add(secured(random, "b-"));
        }
        List<PortProfile> ports = topologies.stream()
                .flatMap(topology -> topology.ports().stream())
                .toList();
        RandomFrames frames = new RandomFrames(random);
        List<Step> steps = IntStream.range(0, STEPS)
                .mapToObj(i -> step(random, frames, ports))
                .toList();
        return new Scenario(topologies, steps, 256, AGEING);
    }

    /** Frames by chance, two seconds apart, in one topology whose table is soon full and whose stations never age. */
    static Scenario nextOfFullTable(Random random) {
        Topology topology = RandomTopology.next(random, "");
        RandomFrames frames = new RandomFrames(random);
        List<Step> steps = new ArrayList<>();
        while (steps.size() < 4 * STEPS) {
            Step step = step(random, frames, topology.ports());
            if (step instanceof Step.Send send) {
                steps.add(new Step.Send(send.frames().subList(0, 1)));
            } else {
                steps.add(step);
            }
            steps.add(new Step.Wait(2));
        }
        return new Scenario(List.of(topology), steps, 1 + random.nextInt(6), 0);
    }

    private static Topology secured(Random random, String prefix) {
        return RandomTopology.secured(RandomTopology.next(random, prefix), random);
    }

    private static Step step(Random random, RandomFrames frames, List<PortProfile> ports) {
        int kind = random.nextInt(30);
        if (kind == 0) {
            return new Step.Wait(101 * (1 + random.nextInt(3)));
        }
        if (kind <= 2) {
            return new Step.Link(ports.get(random.nextInt(ports.size())).name(), kind == 1);
        }
        if (kind == 3) {
            return new Step.Change(RandomTopology.changed(ports.get(random.nextInt(ports.size())), random));
        }
        List<Sent> sent = new ArrayList<>();
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            int port = random.nextInt(ports.size());
            Disguise disguise = DISGUISES.get(random.nextInt(DISGUISES.size()));
            sent.add(new Sent(ports.get(port).name(), frames.next(port), disguise));
        }
        return new Step.Send(sent);
    }

    /** The real switch, before the first step. */
    ManualSwitch start() {
        List<VirtualNetwork> networks = topologies.stream()
                .flatMap(topology -> topology.networks().stream())
                .toList();
        ManualSwitch real = ManualSwitch.of(networks, capacity, ageing);
        topologies.forEach(topology -> real.attach(topology.ports().toArray(PortProfile[]::new)));
        return real;
    }

    /** The same, without one step. */
    Scenario without(int step) {
        List<Step> fewer = new ArrayList<>(steps);
        fewer.remove(step);
        return new Scenario(topologies, fewer, capacity, ageing);
    }

    /** The same, every frame polled by itself. */
    Scenario oneFrameEach() {
        List<Step> split = new ArrayList<>();
        for (Step step : steps) {
            if (step instanceof Step.Send send) {
                send.frames().forEach(frame -> split.add(new Step.Send(List.of(frame))));
            } else {
                split.add(step);
            }
        }
        return new Scenario(topologies, split, capacity, ageing);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        topologies.forEach(topology -> {
            topology.networks().forEach(network -> text.append("\n  ").append(network));
            topology.ports().forEach(port -> text.append("\n  ").append(port));
        });
        steps.forEach(step -> text.append("\n  ").append(step));
        return text.toString();
    }
}
