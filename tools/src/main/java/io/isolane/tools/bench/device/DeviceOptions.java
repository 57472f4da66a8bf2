package io.isolane.tools.bench.device;

import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortProfile;
import io.isolane.tools.bench.rig.Scenario;
import java.time.Duration;
import java.util.Optional;

/**
 * How a device under test is set up, where the tester does that. Immutable.
 *
 * @param mode isolation mode of the switch in memory
 * @param ports of the switch in memory, an even number
 * @param addresses stations that may be at one of its ports, where the mode wants to be told which
 * @param vlans how its ports take part in VLANs
 * @param rings frames that wait at each of its ports in each direction, a power of two
 * @param mtu of its ports, in bytes
 * @param tableCapacity stations that its MAC table holds
 * @param ageing after which a device between Linux interfaces has forgotten a silent station, if it is known
 * @param resetCommand restarts a device between Linux interfaces, as a shell understands it
 */
public record DeviceOptions(
        IsolationMode mode,
        int ports,
        int addresses,
        Scenario.Vlans vlans,
        int rings,
        int mtu,
        int tableCapacity,
        Optional<Duration> ageing,
        Optional<String> resetCommand) {
    /** Large enough for a pause of the machine of 4 ms at a million frames a second. */
    public static final int DEFAULT_RINGS = 4096;

    private static final int MAX_RINGS = 1 << 16;

    /** Four ports of a learning switch. */
    public static final DeviceOptions DEFAULT = new DeviceOptions(
            IsolationMode.LEARNING,
            4,
            4096,
            Scenario.Vlans.ACCESS,
            DEFAULT_RINGS,
            PortProfile.DEFAULT_MTU,
            65_536,
            Optional.empty(),
            Optional.empty());

    /**
     * Checks what is not checked elsewhere.
     *
     * @throws IllegalArgumentException if the rings are no power of two from 64 to 65,536, or there are no addresses
     */
    public DeviceOptions {
        if (Integer.bitCount(rings) != 1 || rings < Long.SIZE || rings > MAX_RINGS) {
            throw new IllegalArgumentException(
                    "rings of " + rings + " frames: use a power of two from 64 to " + MAX_RINGS);
        }
        if (addresses < 1 || addresses > 1 << 20) {
            throw new IllegalArgumentException(addresses + " addresses at a port are not from 1 to 1048576");
        }
    }

    public DeviceOptions withMode(IsolationMode other) {
        return new DeviceOptions(other, ports, addresses, vlans, rings, mtu, tableCapacity, ageing, resetCommand);
    }

    public DeviceOptions withPorts(int count) {
        return new DeviceOptions(mode, count, addresses, vlans, rings, mtu, tableCapacity, ageing, resetCommand);
    }

    public DeviceOptions withAddresses(int count) {
        return new DeviceOptions(mode, ports, count, vlans, rings, mtu, tableCapacity, ageing, resetCommand);
    }

    public DeviceOptions withVlans(Scenario.Vlans kind) {
        return new DeviceOptions(mode, ports, addresses, kind, rings, mtu, tableCapacity, ageing, resetCommand);
    }

    public DeviceOptions withRings(int frames) {
        return new DeviceOptions(mode, ports, addresses, vlans, frames, mtu, tableCapacity, ageing, resetCommand);
    }

    public DeviceOptions withMtu(int bytes) {
        return new DeviceOptions(mode, ports, addresses, vlans, rings, bytes, tableCapacity, ageing, resetCommand);
    }

    public DeviceOptions withTableCapacity(int stations) {
        return new DeviceOptions(mode, ports, addresses, vlans, rings, mtu, stations, ageing, resetCommand);
    }

    public DeviceOptions withAgeing(Duration time) {
        return new DeviceOptions(
                mode, ports, addresses, vlans, rings, mtu, tableCapacity, Optional.of(time), resetCommand);
    }

    public DeviceOptions withResetCommand(String command) {
        return new DeviceOptions(
                mode, ports, addresses, vlans, rings, mtu, tableCapacity, ageing, Optional.of(command));
    }
}
