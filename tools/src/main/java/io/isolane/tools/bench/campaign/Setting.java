package io.isolane.tools.bench.campaign;

import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.bench.device.DeviceChoice;
import io.isolane.tools.bench.device.DeviceOptions;
import io.isolane.tools.bench.trial.FrameMix;
import java.time.Duration;

/**
 * A device as it is set up for some tests. Immutable.
 *
 * @param addresses stations in all
 */
record Setting(DeviceChoice choice, DeviceOptions options, FrameMix frames, int addresses) {
    /** About as long as a switch in memory takes to start again. */
    private static final Duration RESTART = Duration.ofMillis(300);

    /** The same with more stations at a port than the table holds, so that its end can be found; a mode that is told its stations keeps them. */
    Setting roomy() {
        return options.mode() == IsolationMode.REGISTERED
                ? this
                : new Setting(
                        choice,
                        options.withAddresses(Math.max(options.addresses(), 2 * options.tableCapacity())),
                        frames,
                        addresses);
    }

    /** The same with two switches that are joined by a cable. */
    Setting joined() {
        return new Setting(new DeviceChoice.Joined(), options, frames, addresses);
    }

    /** About how long it takes to make the device forget its stations; zero if that cannot be done. */
    Duration forgetting() {
        return choice instanceof DeviceChoice.Interfaces ? options.ageing().orElse(Duration.ZERO) : RESTART;
    }

    /** For progress: {@code learning, 64 bytes, 256 addresses}. */
    String words() {
        String device = switch (choice) {
            case DeviceChoice.Memory memory -> options.mode().label() + ", ";
            case DeviceChoice.Joined joined -> "two joined, ";
            case DeviceChoice.Interfaces interfaces -> "";
        };
        String length = frames.parts().size() == 1 ? frames.name() + " bytes" : frames.name();
        return device + length + ", " + addresses + " addresses";
    }
}
