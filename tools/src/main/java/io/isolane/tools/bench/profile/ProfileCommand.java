package io.isolane.tools.bench.profile;

import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.bench.machine.Machine;
import io.isolane.tools.bench.report.Figures;
import io.isolane.tools.bench.report.MachineLines;
import io.isolane.tools.bench.report.Paragraph;
import io.isolane.tools.bench.rig.ForwardingRig;
import io.isolane.tools.bench.rig.FrameLengths;
import io.isolane.tools.bench.rig.Scenario;
import io.isolane.tools.bench.rig.Scenario.Traffic;
import io.isolane.tools.bench.rig.Scenario.Vlans;
import io.isolane.tools.terminal.Labels;
import io.isolane.tools.terminal.ModeConverter;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code isolane bench profile}: where the nanoseconds of a frame go. */
@Command(
        name = "profile",
        description = "Says which part of the frame path takes how many nanoseconds of a frame.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "One thread is generator, switch and sink, as in 'isolane bench'; the JVM samples",
            "its stack. A sample belongs to the innermost call that a part has. What the compiler",
            "has moved from one line to another is seen where it was moved to, so lines are less",
            "sure than parts.",
            "",
            "Examples:",
            "  isolane bench profile",
            "  isolane bench profile --mode registered --addresses 65536 --lines 20"
        })
public final class ProfileCommand implements Callable<Integer> {
    private static final int STEPS = 1_000;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "learning",
            converter = ModeConverter.class,
            completionCandidates = ModeConverter.class,
            description = "Isolation mode, one of ${COMPLETION-CANDIDATES}. Default: learning.")
    private IsolationMode mode;

    @Option(
            names = "--frame-size",
            paramLabel = "BYTES",
            defaultValue = "64",
            description = "Length of the frames without FCS, from 60 to 9216, or imix. Default: 64.")
    private String frameSize;

    @Option(
            names = "--addresses",
            paramLabel = "N",
            defaultValue = "256",
            description = "Stations that talk to each other, an even number up to 1048576. Default: 256.")
    private int addresses;

    @Option(
            names = "--vlan",
            paramLabel = "KIND",
            defaultValue = "access",
            description = "none, access, access-to-trunk or tunnel. Default: access.")
    private String vlans;

    @Option(
            names = "--traffic",
            paramLabel = "KIND",
            defaultValue = "known-unicast",
            description = "known-unicast, unknown-unicast or broadcast. Default: known-unicast.")
    private String traffic;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "10",
            description = "How long to sample, 1 to 600; warming up comes to it. Default: 10.")
    private int seconds;

    @Option(
            names = "--lines",
            paramLabel = "N",
            defaultValue = "10",
            description = "Busiest lines of the source to print, 0 for none. Default: 10.")
    private int lines;

    /** Created by the command line. */
    public ProfileCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        Scenario scenario = scenario();
        if (!OwnJvm.hasExactLines()) {
            return OwnJvm.again(spec.root());
        }
        PrintWriter out = spec.commandLine().getOut();
        MachineLines.of(Machine.here()).forEach(out::println);
        out.println();
        try (ForwardingRig rig = new ForwardingRig(scenario)) {
            run(rig, Duration.ofSeconds(Math.min(seconds, 5)));
            print(rig, out);
        }
        out.flush();
        return 0;
    }

    private void print(ForwardingRig rig, PrintWriter out) throws IOException {
        try (Sampler sampler = new Sampler()) {
            double nanos = run(rig, Duration.ofSeconds(seconds));
            Profile profile = Profile.of(nanos, sampler.stop(Thread.currentThread()));
            Paragraph.wrap("", about(profile, sampler)).forEach(out::println);
            out.println();
            ProfileText.lines(profile, lines).forEach(out::println);
        }
    }

    private String about(Profile profile, Sampler sampler) {
        return mode.label() + ", frames of " + frameSize + " bytes (without FCS), " + addresses + " stations, VLANs "
                + vlans
                + ", " + traffic + ": " + Figures.millions(1e9 / profile.nanosPerFrame()) + " Mpps in. Sampled "
                + sampler.method() + ": " + profile.samples() + " stacks, " + profile.lost() + " without one left out.";
    }

    /** Forwards for so long; nanoseconds for each frame that entered. */
    private static double run(ForwardingRig rig, Duration length) {
        long begin = System.nanoTime();
        long end = begin + length.toNanos();
        long frames = 0;
        long now = begin;
        while (now < end) {
            for (int i = 0; i < STEPS; i++) {
                frames += rig.step();
            }
            now = System.nanoTime();
        }
        return (double) (now - begin) / frames;
    }

    private Scenario scenario() {
        if (seconds < 1 || seconds > 600 || lines < 0 || addresses < 2 || addresses > 1 << 20) {
            throw wrong("--seconds " + seconds + " is for 1 to 600, --lines " + lines + " for 0 and more, --addresses "
                    + addresses + " for 2 to 1048576");
        }
        try {
            return Scenario.of(mode)
                    .withFrames(FrameLengths.parse(frameSize))
                    .withAddresses(addresses)
                    .withVlans(named("--vlan", vlans, Vlans.class))
                    .withTraffic(named("--traffic", traffic, Traffic.class));
        } catch (IllegalArgumentException refused) {
            throw wrong(String.valueOf(refused.getMessage()));
        }
    }

    private <E extends Enum<E>> E named(String option, String text, Class<E> type) {
        return Labels.find(type, text)
                .orElseThrow(() -> wrong("Invalid value for option '" + option + "': '" + text + "' is none of "
                        + String.join(", ", Labels.all(type))));
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
