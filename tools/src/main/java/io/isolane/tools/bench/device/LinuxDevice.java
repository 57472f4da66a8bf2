package io.isolane.tools.bench.device;

import io.isolane.tools.bench.tester.Line;
import io.isolane.tools.bench.tester.Restart;
import io.isolane.tools.bench.tester.Tester;
import io.isolane.tools.bench.trial.AddressRange;
import io.isolane.tools.bench.trial.Device;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Whatever is between Linux interfaces: a bridge, OVS, this switch in another process, or a box at the end of cables. */
final class LinuxDevice implements Dut {
    /** Devices look for old stations now and then, not all the time. */
    private static final Duration SLACK = Duration.ofSeconds(1);

    private final List<Endpoint> endpoints;
    private final DeviceOptions options;
    private final LinuxPorts ports;

    /**
     * Opens the interfaces.
     *
     * @throws IOException as {@link LinuxPorts} says
     */
    LinuxDevice(List<Endpoint> endpoints, DeviceOptions options) throws IOException {
        this.endpoints = List.copyOf(endpoints);
        this.options = options;
        this.ports = new LinuxPorts(endpoints);
    }

    @Override
    public Device describe() {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("interfaces", name());
        known.put("mtu", Integer.toString(line().mtu()));
        known.put("kernel", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        options.ageing().ifPresent(ageing -> known.put("ageingSeconds", Long.toString(ageing.toSeconds())));
        options.resetCommand().ifPresent(command -> known.put("resetCommand", command));
        return new Device(name(), "-", endpoints.size(), known);
    }

    @Override
    public Line line() {
        return ports.line();
    }

    @Override
    public List<Integer> tags(int from, int to) {
        return List.of(0);
    }

    @Override
    public AddressRange stations(int port, int count) {
        return StationBlocks.at(port, count);
    }

    /** The kernel's buffers are between the device and the tester: a tester that takes little fills those, not the device's. */
    @Override
    public boolean drains() {
        return false;
    }

    @Override
    public boolean forget(Tester tester) throws InterruptedException {
        if (options.ageing().isEmpty()) {
            return false;
        }
        TimeUnit.NANOSECONDS.sleep(options.ageing().get().plus(SLACK).toNanos());
        return true;
    }

    @Override
    public Optional<Restart> restart(Tester tester) {
        return options.resetCommand().map(CommandRestart::new);
    }

    @Override
    public String failure() {
        return ports.failure();
    }

    @Override
    public void close() {
        ports.close();
    }

    private String name() {
        return endpoints.stream()
                .collect(Collectors.groupingBy(
                        Endpoint::kind,
                        LinkedHashMap::new,
                        Collectors.mapping(Endpoint::label, Collectors.joining(","))))
                .entrySet()
                .stream()
                .map(kind -> kind.getKey().label() + ":" + kind.getValue())
                .collect(Collectors.joining(","));
    }
}
