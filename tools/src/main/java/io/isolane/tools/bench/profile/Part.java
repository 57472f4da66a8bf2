package io.isolane.tools.bench.profile;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a thread that is generator, switch and sink does for a frame. */
enum Part {
    GENERATOR("generator", Set.of("io.isolane.tools.bench.rig.Flow")),
    RECEIVE("port, receive", Set.of("io.isolane.dataplane.port.ring.RingPort.receive")),
    ADMISSION(
            "admission", Set.of("io.isolane.dataplane.pipeline.Admission", "io.isolane.dataplane.pipeline.EntryRules")),
    GUARDING("guarding", Set.of("io.isolane.dataplane.pipeline.Guarding")),
    LEARNING("learning", Set.of("io.isolane.dataplane.pipeline.Learning")),
    LOOKUP("lookup", Set.of("io.isolane.dataplane.pipeline.Lookup")),
    TRANSMIT("port, transmit", Set.of("io.isolane.dataplane.port.ring.RingPort.transmit")),
    DELIVERY(
            "delivery",
            Set.of(
                    "io.isolane.dataplane.pipeline.Delivery",
                    "io.isolane.dataplane.pipeline.Replication",
                    "io.isolane.dataplane.pipeline.Outlets")),
    SINK("sink", Set.of("io.isolane.dataplane.port.ring.VirtualNic")),
    WORKER(
            "worker and pipeline",
            Set.of(
                    "io.isolane.dataplane.pipeline.Pipeline",
                    "io.isolane.dataplane.worker.ForwardingWorker",
                    "io.isolane.dataplane.VirtualSwitch",
                    "io.isolane.dataplane.worker.Crew",
                    "io.isolane.tools.bench.rig.SwitchMedium",
                    "io.isolane.tools.bench.rig.ForwardingRig")),
    /** The JVM itself, and whatever has no stack. */
    OTHER("the rest", Set.of());

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // what Set.of makes cannot be changed
    private final Set<String> owners;

    /** @param owners classes, or methods of them, in whose calls it is done */
    Part(String label, Set<String> owners) {
        this.label = label;
        this.owners = owners;
    }

    /** How it is called in a report. */
    String label() {
        return label;
    }

    /** Classes, or methods of them, whose calls belong to it. */
    Set<String> owners() {
        return owners;
    }

    /** Whose a stack is, innermost call first: that of the innermost call that is anyone's. A generator's call of its port is the generator's. */
    static Part of(List<Call> stack) {
        boolean isGenerating = stack.stream().anyMatch(GENERATOR::owns);
        return isGenerating
                ? GENERATOR
                : stack.stream()
                        .map(Part::owner)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(OTHER);
    }

    private static Optional<Part> owner(Call call) {
        for (Part part : values()) {
            if (part.owns(call)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    private boolean owns(Call call) {
        return owners.contains(call.type()) || owners.contains(call.type() + "." + call.method());
    }
}
