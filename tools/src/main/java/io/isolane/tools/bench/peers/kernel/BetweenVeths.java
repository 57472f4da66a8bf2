package io.isolane.tools.bench.peers.kernel;

import io.isolane.tools.bench.device.DeviceChoice;
import io.isolane.tools.bench.device.DeviceOptions;
import io.isolane.tools.bench.peers.contest.Contender;
import io.isolane.tools.bench.peers.contest.Reading;
import io.isolane.tools.bench.peers.peer.Place;
import io.isolane.tools.bench.peers.peer.Session;
import io.isolane.tools.bench.peers.work.Work;
import io.isolane.tools.bench.peers.work.Work.Kind;
import io.isolane.tools.bench.suite.Patterns;
import io.isolane.tools.bench.tester.TesterConfig;
import io.isolane.tools.bench.trial.Stream;
import io.isolane.tools.bench.trial.TestBed;
import io.isolane.tools.bench.trial.TrialResult;
import io.isolane.tools.bench.trial.TrialSpec;
import io.isolane.tools.program.Prerequisites;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A switch between two veth pairs, offered more than it can forward: its forwarding rate at the maximum offered load (RFC 2285, 3.6.2). The
 * tester is in this process and is not kept on any core. Confined to its thread.
 */
public final class BetweenVeths implements Contender {
    private static final Duration WARM_UP = Duration.ofSeconds(1);
    private static final Duration QUIET = Duration.ofMillis(200);

    /** More than any switch forwards between veth pairs on one core, ours and the tester included. */
    private static final double OFFERED = 4_000_000;

    private final KernelSwitch device;
    private final Place place;
    private final Duration window;
    private final Class<?> program;
    private final PrintWriter errors;

    /**
     * One of them.
     *
     * @param window of each measurement
     * @param program the main class that has {@code isolane run}
     * @param errors is told what could not be removed
     */
    public BetweenVeths(KernelSwitch device, Place place, Duration window, Class<?> program, PrintWriter errors) {
        this.device = device;
        this.place = place;
        this.window = window;
        this.program = program;
        this.errors = errors;
    }

    @Override
    public String id() {
        return device.id();
    }

    @Override
    public String label() {
        return device.label();
    }

    @Override
    public boolean isOurs() {
        return device.isOurs();
    }

    @Override
    public Optional<String> missing() {
        return Prerequisites.missing(List.of("ip"));
    }

    @Override
    public String version() {
        return device.version();
    }

    @Override
    public boolean can(Work work) {
        return work.kind() == Kind.VETH;
    }

    @Override
    public Reading measure(Work work) throws IOException, InterruptedException {
        String name = "isolane-peers-" + ProcessHandle.current().pid();
        try (Veths veths = Veths.make(name, errors);
                Session session = place.session(id(), Map.of())) {
            device.connect(veths, session, place, program);
            double rate = rate(work, veths);
            List<String> commands = session.commands().stream()
                    .map(command -> command.replace(name, "$NS"))
                    .toList();
            return new Reading(rate, 1, true, commands);
        }
    }

    private double rate(Work work, Veths veths) throws IOException, InterruptedException {
        try (TestBed bed = DeviceChoice.parse(veths.testers())
                .open(DeviceOptions.DEFAULT, TesterConfig.RFC_2544.withQuiet(QUIET))) {
            List<Stream> streams = new Patterns(bed, 2 * work.pairs()).pairs().streams();
            Optional<String> problem = bed.learn(streams);
            if (problem.isPresent()) {
                throw new IOException(problem.get());
            }
            bed.run(TrialSpec.lasting(WARM_UP, streams, work.frames(), OFFERED));
            TrialResult trial = bed.run(TrialSpec.lasting(window, streams, work.frames(), OFFERED));
            if (trial.total().received() == 0) {
                throw new IOException("forwarded no frame");
            }
            return trial.forwardingRate();
        }
    }
}
