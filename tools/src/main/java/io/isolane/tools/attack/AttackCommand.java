package io.isolane.tools.attack;

import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.attack.drill.Attack;
import io.isolane.tools.attack.program.Attacks;
import io.isolane.tools.attack.site.LinuxSite;
import io.isolane.tools.attack.site.Seat;
import io.isolane.tools.bench.device.DeviceChoice;
import io.isolane.tools.bench.device.Endpoint;
import io.isolane.tools.terminal.Bounds;
import io.isolane.tools.terminal.ModeConverter;
import io.isolane.tools.version.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code isolane attack}. */
@Command(
        name = "attack",
        header = "Attack a switch as a guest would, and say whether it held.",
        description = {
            "Published attacks on virtual switches, each as a program that sits at the ports of a switch: attacker, victim and the peer"
                    + " to whom the victim talks, and for those with VLANs a stranger in another VLAN and trunks.",
            "By default this switch in memory, in every isolation mode, each attack with the guard that is meant to stop it; needs"
                    + " no root. With --dut any switch between Linux interfaces, guarded as it is."
        },
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every switch held where it should",
            "1:one fell; shared-medium and host-shielded may",
            "2:wrong use, or victim and peer cannot talk to each other even without an attack"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tools/bin/isolane attack --list",
            "  tools/bin/isolane attack all",
            "  tools/bin/isolane attack rogue-ra --mode learning --no-guards",
            "  sudo tools/bin/isolane attack all --dut packet:eth1,eth2,eth3 --ageing 300"
        })
public final class AttackCommand implements Callable<Integer> {
    private static final int HELD = 0;
    private static final int FELL = 1;
    private static final int WRONG = 2;
    private static final String ALL = "all";
    private static final int LEAST_INTERFACES = 3;
    private static final int LONGEST_AGEING = 3600;
    private static final int LAST_VLAN = 4094;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ATTACK", arity = "0..*", description = "Names of attacks (--list), or all.")
    private List<String> names = List.of();

    @Option(names = "--list", description = "List the attacks and what is to stop each.")
    private boolean isList;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            split = ",",
            converter = ModeConverter.class,
            completionCandidates = ModeConverter.class,
            description = "Isolation modes of the switch in memory. Default: all (${COMPLETION-CANDIDATES}).")
    private List<IsolationMode> modes = List.of(IsolationMode.values());

    @Option(names = "--no-guards", description = "Leave the guards off that can be: shows what they are there for.")
    private boolean isUnguarded;

    @Option(
            names = "--dut",
            paramLabel = "DEVICE",
            description =
                    "Attack the switch between these Linux interfaces: packet:IF,IF,IF[,...] or tap:..., IF@NETNS for one in a"
                            + " namespace, three to six, at which sit attacker, victim, peer, stranger, trunk and guest-trunk.")
    private @Nullable String device;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "With --dut: what to call the switch in tables and files. Default: what --dut says.")
    private @Nullable String name;

    @Option(
            names = "--vlans",
            paramLabel = "OWN,OTHER",
            split = ",",
            description =
                    "With --dut: the VLANs of the attacker, native on both trunks, and of the stranger. Default: 10,20.")
    private List<Integer> vlans = List.of(10, 20);

    @Option(
            names = "--ageing",
            paramLabel = "S",
            defaultValue = "0",
            description =
                    "With --dut: seconds after which the switch has forgotten a silent station. Without, aged-out is not tried.")
    private int ageing;

    @Option(
            names = "--patience",
            paramLabel = "MS",
            defaultValue = "20",
            description = "With --dut: milliseconds without a frame after which no more is expected. Default: 20.")
    private int patience;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "isolane-attack",
            description = "Where the captures go, a pcapng file for each attack. Default: ${DEFAULT-VALUE}.")
    private Path directory;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the results as JSON too.")
    private @Nullable Path json;

    @Option(names = "--evidence", description = "Print the evidence of every attack, not only of those that won.")
    private boolean isVerbose;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Where random addresses and garbage begin. Default: 1.")
    private long seed;

    /** Created by the command line. */
    public AttackCommand() {}

    @Override
    public Integer call() {
        AttackReport report =
                new AttackReport(out(), spec.commandLine().getColorScheme().ansi());
        if (isList) {
            report.list(Attacks.all());
            return HELD;
        }
        check();
        List<Attack> attacks = attacks();
        try {
            Files.createDirectories(directory);
            List<Result> results = attack(attacks, new Range(directory, seed));
            out().println();
            out().println(conditions());
            out().println();
            report.print(results, isVerbose || attacks.size() == 1);
            out().println("Captures: " + directory.resolve("*.pcapng")
                    + ". In Wireshark, the filter frame.comment shows what was not meant for its listener.");
            out().flush();
            if (json != null) {
                AttackJson.write(json, conditions(), !isUnguarded, results);
            }
            return results.stream().allMatch(Result::isAsExpected) ? HELD : FELL;
        } catch (IOException refused) {
            return refuse(String.valueOf(refused.getMessage()));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return refuse("interrupted");
        }
    }

    private List<Result> attack(List<Attack> attacks, Range range) throws IOException, InterruptedException {
        List<Result> results = new ArrayList<>();
        if (device != null) {
            try (LinuxSite site = linux(device)) {
                for (Attack attack : attacks) {
                    results.add(told(range.on(site, attack, true)));
                }
            }
            return results;
        }
        for (IsolationMode mode : modes.stream().distinct().toList()) {
            for (Attack attack : attacks) {
                results.add(told(range.inMemory(mode, attack, !isUnguarded)));
            }
        }
        return results;
    }

    private LinuxSite linux(String text) throws IOException {
        List<Endpoint> endpoints = endpoints(text);
        return new LinuxSite(
                name == null ? text : name,
                endpoints,
                new LinuxSite.Vlans(vlans.getFirst(), vlans.getLast()),
                Duration.ofMillis(patience),
                Duration.ofSeconds(ageing));
    }

    private List<Endpoint> endpoints(String text) {
        try {
            if (DeviceChoice.parse(text) instanceof DeviceChoice.Interfaces interfaces
                    && interfaces.endpoints().size() >= LEAST_INTERFACES
                    && interfaces.endpoints().size() <= Seat.values().length) {
                return interfaces.endpoints();
            }
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--dut': " + wrong.getMessage(), wrong);
        }
        throw new ParameterException(
                spec.commandLine(),
                "Invalid value for option '--dut': '" + text + "' must name three to six Linux interfaces, of "
                        + Seat.order());
    }

    private List<Attack> attacks() {
        if (names.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Say which attack: a name of --list, or all.");
        }
        List<Attack> attacks = new ArrayList<>();
        for (String name : names) {
            attacks.addAll(
                    name.equals(ALL)
                            ? Attacks.all()
                            : List.of(Attacks.of(name)
                                    .orElseThrow(() -> new ParameterException(
                                            spec.commandLine(),
                                            "'" + name + "' is not an attack: use all, or a name of --list"))));
        }
        return attacks.stream().distinct().toList();
    }

    private void check() {
        Bounds.require(spec, "--ageing", ageing, 0, LONGEST_AGEING);
        Bounds.require(spec, "--patience", patience, 1, 10_000);
        boolean areVlans = vlans.size() == 2
                && vlans.stream().allMatch(vid -> vid >= 1 && vid <= LAST_VLAN)
                && !vlans.getFirst().equals(vlans.getLast());
        if (!areVlans) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--vlans': " + vlans + " must be two different VLANs from 1 to 4094");
        }
        if (device != null && isUnguarded) {
            throw new ParameterException(
                    spec.commandLine(), "--no-guards is for the switch in memory; a device is attacked as it is");
        }
        if (json != null && !Files.isDirectory(json.toAbsolutePath().resolveSibling("."))) {
            throw new ParameterException(
                    spec.commandLine(), "--json " + json + ": there is no such directory: create it first");
        }
    }

    private Result told(Result result) {
        PrintWriter err = spec.commandLine().getErr();
        err.printf(
                Locale.ROOT,
                "%s, %s: %s (%.1f s)%n",
                result.target(),
                result.attack().name(),
                result.outcome().verdict().word(),
                result.duration().toMillis() / 1e3);
        err.flush();
        return result;
    }

    /** With what and on what. */
    private String conditions() {
        String target = device == null
                ? "isolane " + Version.build() + " (commit " + Version.commit() + ") in memory, "
                        + (isUnguarded ? "without guards" : "each attack with its guard on")
                : device;
        return target + ", " + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", JVM "
                + Runtime.version();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private int refuse(String reason) {
        spec.commandLine().getErr().println("isolane attack: " + reason);
        spec.commandLine().getErr().flush();
        return WRONG;
    }
}
