package io.isolane.tools.bench.device;

import io.isolane.core.memory.FrameCache;
import io.isolane.core.policy.PortProfile;
import io.isolane.dataplane.SwitchConfig;
import io.isolane.dataplane.VirtualSwitch;
import io.isolane.dataplane.port.ring.RingPort;
import io.isolane.tools.bench.machine.ThreadWatch;
import io.isolane.tools.bench.tester.Line;
import io.isolane.tools.bench.tester.NicPort;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.SystemNanoClock;

/** A switch in memory from one start to the next stop, its ports attached, its thread watched by the clock that it reads in every turn. */
final class RunningSwitch implements AutoCloseable {
    private final VirtualSwitch fabric;
    private final FrameCache cache;
    private final Line line;

    /** Starts it. */
    RunningSwitch(SwitchConfig config, List<PortProfile> profiles, DeviceOptions options) {
        ThreadWatch watch = new ThreadWatch(SystemNanoClock.INSTANCE);
        boolean hasThread = config.workers().count() > 0;
        fabric = VirtualSwitch.start(config, (port, status) -> {}, watch);
        cache = fabric.pool().newCache();
        List<NicPort> ports = new ArrayList<>();
        for (PortProfile profile : profiles) {
            RingPort port = new RingPort(profile.name(), fabric.pool(), options.rings(), cache, cache);
            fabric.attach(profile, port);
            ports.add(new NicPort(port.nic()));
        }
        line = new Line(
                fabric.pool().memory(),
                cache,
                ports,
                options.mtu(),
                hasThread ? () -> {} : fabric::poll,
                hasThread ? watch : null);
    }

    Line line() {
        return line;
    }

    @Override
    public void close() {
        fabric.close();
        cache.close();
    }
}
