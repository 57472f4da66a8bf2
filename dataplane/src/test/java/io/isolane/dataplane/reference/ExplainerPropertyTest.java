package io.isolane.dataplane.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.policy.FidRegistry;
import io.isolane.core.policy.PolicyCompiler;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.core.table.TableLimits;
import io.isolane.dataplane.ManualSwitch;
import io.isolane.dataplane.pipeline.Explainer;
import io.isolane.dataplane.pipeline.Explanation;
import io.isolane.dataplane.pipeline.Explanation.Departure;
import io.isolane.dataplane.pipeline.Explanation.Drop;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What is explained is what happens: the same frames, explained one by one and forwarded one by one. */
final class ExplainerPropertyTest {
    @Property(tries = 500, seed = "802", shrinking = ShrinkingMode.OFF)
    void shouldSendAndDropWhatTheRunningSwitchSendsAndDrops(@ForAll long seed) {
        Scenario scenario = Scenario.next(new Random(seed));
        List<PortProfile> ports = scenario.topologies().stream()
                .flatMap(topology -> topology.ports().stream())
                .toList();
        Explainer explainer = explainer(scenario, ports);
        try (ManualSwitch real = scenario.start()) {
            for (Scenario.Sent sent : frames(scenario)) {
                List<Drop> before = drops(real, ports);
                real.offer(sent.port(), sent.frame(), sent.disguise());
                real.poll();

                Explanation explained =
                        explainer.explain(sent.port(), sent.frame().bytes());

                assertThat(explained.departures().stream()
                                .map(ExplainerPropertyTest::heard)
                                .toList())
                        .as("%s %s%s", sent, explained, scenario)
                        .isEqualTo(heard(real, ports));
                List<Drop> after = drops(real, ports);
                before.forEach(after::remove);
                assertThat(explained.drops())
                        .as("%s %s%s", sent, explained, scenario)
                        .containsExactlyInAnyOrderElementsOf(after);
                assertThat(explained.findings()).isNotEmpty();
            }
        }
    }

    private static Explainer explainer(Scenario scenario, List<PortProfile> ports) {
        List<VirtualNetwork> networks = scenario.topologies().stream()
                .flatMap(topology -> topology.networks().stream())
                .toList();
        SortedMap<Integer, PortProfile> profiles = new TreeMap<>();
        ports.forEach(profile -> profiles.put(profiles.size(), profile));
        return new Explainer(
                PolicyCompiler.compile(networks, profiles, List.of(), new FidRegistry()),
                ports.stream().map(PortProfile::name).toList(),
                TableLimits.of(scenario.capacity()));
    }

    /** All frames of a scenario, their tags in the bytes; the pauses and pulled cables are left out. */
    private static List<Scenario.Sent> frames(Scenario scenario) {
        return scenario.steps().stream()
                .filter(Scenario.Step.Send.class::isInstance)
                .flatMap(step -> ((Scenario.Step.Send) step).frames().stream())
                .map(sent -> new Scenario.Sent(sent.port(), sent.frame(), ManualSwitch.Disguise.NONE))
                .toList();
    }

    private static String heard(Departure departure) {
        return departure.port() + " " + departure.frame();
    }

    private static List<String> heard(ManualSwitch real, List<PortProfile> ports) {
        return ports.stream()
                .flatMap(port -> real.heard(port.name()).stream()
                        .map(frame -> port.name() + " " + HexFormat.of().formatHex(frame.bytes())))
                .toList();
    }

    /** One for each dropped frame. */
    private static List<Drop> drops(ManualSwitch real, List<PortProfile> ports) {
        List<Drop> drops = new ArrayList<>();
        for (PortProfile port : ports) {
            PortCounters counters = real.counters(port.name());
            for (DropReason reason : DropReason.values()) {
                for (long i = counters.drops(reason); i > 0; i--) {
                    drops.add(new Drop(port.name(), reason));
                }
            }
        }
        return drops;
    }
}
