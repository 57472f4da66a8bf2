package io.isolane.tools.bench.campaign;

import io.isolane.tools.bench.device.DeviceChoice;
import io.isolane.tools.bench.device.DeviceOptions;
import io.isolane.tools.bench.trial.FrameMix;

/**
 * A device as it is set up for some tests. Immutable.
 *
 * @param addresses stations in all
 */
record Setting(DeviceChoice choice, DeviceOptions options, FrameMix frames, int addresses) {
    /** For progress: {@code learning, 64 bytes, 256 addresses}. */
    String words() {
        String device = choice instanceof DeviceChoice.Memory ? options.mode().label() + ", " : "";
        String length = frames.parts().size() == 1 ? frames.name() + " bytes" : frames.name();
        return device + length + ", " + addresses + " addresses";
    }
}
