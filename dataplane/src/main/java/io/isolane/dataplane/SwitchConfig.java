package io.isolane.dataplane;

import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.Mirror;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.VirtualNetwork;
import java.util.List;

/**
 * All that a switch is told: an immutable value, compiled and swapped in whole.
 *
 * @param ports profiles by which ports are attached, each under its name
 */
public record SwitchConfig(
        List<VirtualNetwork> networks,
        List<PortProfile> ports,
        List<Mirror> mirrors,
        TableConfig table,
        MemoryConfig memory,
        WorkerConfig workers) {
    /** The network of {@link #of(IsolationMode)}. */
    public static final String DEFAULT_NETWORK = "default";

    public SwitchConfig {
        networks = List.copyOf(networks);
        ports = List.copyOf(ports);
        mirrors = List.copyOf(mirrors);
    }

    /** One network in {@code mode}, no ports yet, everything else by default. */
    public static SwitchConfig of(IsolationMode mode) {
        return of(VirtualNetwork.of(DEFAULT_NETWORK, mode));
    }

    public static SwitchConfig of(VirtualNetwork... networks) {
        return new SwitchConfig(
                List.of(networks),
                List.of(),
                List.of(),
                TableConfig.DEFAULT,
                MemoryConfig.DEFAULT,
                WorkerConfig.DEFAULT);
    }

    public SwitchConfig withNetworks(List<VirtualNetwork> all) {
        return new SwitchConfig(all, ports, mirrors, table, memory, workers);
    }

    public SwitchConfig withPorts(List<PortProfile> profiles) {
        return new SwitchConfig(networks, profiles, mirrors, table, memory, workers);
    }

    public SwitchConfig withMirrors(List<Mirror> copies) {
        return new SwitchConfig(networks, ports, copies, table, memory, workers);
    }

    public SwitchConfig withTable(TableConfig size) {
        return new SwitchConfig(networks, ports, mirrors, size, memory, workers);
    }

    public SwitchConfig withMemory(MemoryConfig size) {
        return new SwitchConfig(networks, ports, mirrors, table, size, workers);
    }

    public SwitchConfig withWorkers(WorkerConfig threads) {
        return new SwitchConfig(networks, ports, mirrors, table, memory, threads);
    }
}
