package io.isolane.tools.bench.campaign;

import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortProfile;
import io.isolane.tools.bench.device.DeviceChoice;
import io.isolane.tools.bench.device.DeviceOptions;
import io.isolane.tools.bench.rig.Scenario.Vlans;
import io.isolane.tools.bench.trial.FrameMix;
import io.isolane.tools.terminal.Labels;
import io.isolane.tools.terminal.ModeConverter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say what is tested. Filled by the command line; confined to its thread. */
final class DeviceArguments {
    private static final int MIN_PORTS = 2;
    private static final int MAX_PORTS = 16;
    private static final int TABLE = 1 << 16;
    /** Header and FCS around the payload, which an MTU is about. */
    private static final int AROUND_PAYLOAD = 18;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--dut",
            paramLabel = "DEVICE",
            defaultValue = "memory",
            description = {
                "What is tested: memory (this switch in this process), joined (two of them with a cable between),",
                "or packet:IF,IF[,...] or tap:IF,IF[,...] with two to eight interfaces, IF@NETNS for one in a",
                "namespace. Default: memory."
            })
    private String dut;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            converter = ModeConverter.class,
            completionCandidates = ModeConverter.class,
            description =
                    "Isolation mode of the switch in memory; may be repeated. Default: all (${COMPLETION-CANDIDATES}).")
    private List<IsolationMode> modes = new ArrayList<>();

    @Option(
            names = "--vlan",
            paramLabel = "KIND",
            description = "VLANs in memory: none, access, access-to-trunk or tunnel. Default: access.")
    private @Nullable String vlan;

    @Option(names = "--ports", paramLabel = "N", description = "Ports in memory, 2 to 16, even. Default: 4.")
    private @Nullable Integer ports;

    @Option(
            names = "--rings",
            paramLabel = "N",
            description = "Frames that wait at a port in memory, a power of two from 64 to 65536. Default: 4096.")
    private @Nullable Integer rings;

    @Option(
            names = "--ageing",
            paramLabel = "S",
            description = "Seconds after which a device between interfaces has forgotten a silent station.")
    private @Nullable Integer ageing;

    @Option(
            names = "--reset-command",
            paramLabel = "COMMAND",
            description = "Restarts a device between interfaces, for the reset test; run by a shell.")
    private @Nullable String resetCommand;

    /** Created by the command line. */
    DeviceArguments() {}

    /** The device, or the kind of it. */
    DeviceChoice choice() {
        try {
            DeviceChoice choice = DeviceChoice.parse(dut);
            boolean isMemory = !(choice instanceof DeviceChoice.Interfaces);
            refuse(
                    !(choice instanceof DeviceChoice.Memory) && !modes.isEmpty(),
                    "--mode",
                    "is for one switch in memory");
            refuse(!isMemory && vlan != null, "--vlan", "is for the switch in memory");
            refuse(!isMemory && ports != null, "--ports", "is for the switch in memory");
            refuse(!isMemory && rings != null, "--rings", "is for the switch in memory");
            refuse(isMemory && ageing != null, "--ageing", "is for a device between interfaces");
            refuse(isMemory && resetCommand != null, "--reset-command", "is for a device between interfaces");
            return choice;
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--dut': " + unknown.getMessage());
        }
    }

    /** The modes of the switch in memory; one, which stands for none, of any other device. */
    List<IsolationMode> modes(List<IsolationMode> usual) {
        if (!(choice() instanceof DeviceChoice.Memory)) {
            return List.of(IsolationMode.LEARNING);
        }
        return modes.isEmpty() ? usual : modes;
    }

    /** How the device is set up for {@code addresses} stations in all and {@code frames}. */
    DeviceOptions options(IsolationMode mode, int addresses, FrameMix frames) {
        try {
            DeviceOptions options = DeviceOptions.DEFAULT
                    .withMode(mode)
                    .withPorts(ports())
                    .withVlans(vlans())
                    .withAddresses(addresses)
                    .withTableCapacity(Math.max(TABLE, 2 * addresses))
                    .withRings(rings == null ? DeviceOptions.DEFAULT_RINGS : rings)
                    .withMtu(Math.max(PortProfile.DEFAULT_MTU, frames.longest() - AROUND_PAYLOAD));
            DeviceOptions aged = ageing == null ? options : options.withAgeing(Duration.ofSeconds(ageing));
            return resetCommand == null ? aged : aged.withResetCommand(resetCommand);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
    }

    /** Ports of the switch in memory; each has a station at least. */
    int ports() {
        int count = ports == null ? DeviceOptions.DEFAULT.ports() : ports;
        if (count < MIN_PORTS || count > MAX_PORTS || count % 2 != 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '--ports': " + count + " is not an even number from " + MIN_PORTS + " to "
                            + MAX_PORTS);
        }
        return count;
    }

    private void refuse(boolean isWrong, String option, String what) {
        if (isWrong) {
            throw new ParameterException(
                    spec.commandLine(), "Option '" + option + "' " + what + ", not for '--dut " + dut + "'");
        }
    }

    private Vlans vlans() {
        if (vlan == null) {
            return DeviceOptions.DEFAULT.vlans();
        }
        return Labels.find(Vlans.class, vlan)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "Invalid value for option '--vlan': '" + vlan + "' is none of "
                                + String.join(", ", Labels.all(Vlans.class))));
    }
}
