package io.isolane.tools.config;

import static io.isolane.tools.config.Key.optional;
import static io.isolane.tools.config.Key.required;

import io.isolane.core.acl.AccessList;
import io.isolane.core.policy.Mirror;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.dataplane.MemoryConfig;
import io.isolane.dataplane.SwitchConfig;
import io.isolane.dataplane.TableConfig;
import io.isolane.dataplane.WorkerConfig;
import java.util.List;
import java.util.Optional;

/** The file as a whole. */
final class ConfigurationType implements ValueType<Configuration> {
    static final Key<List<VirtualNetwork>> NETWORKS =
            required("networks", ListType.some("a list of networks", new NetworkType()), "the virtual networks");
    static final Key<List<ReadPort>> PORTS =
            required("ports", ListType.some("a list of ports", new PortType()), "the ports");
    static final Key<List<Mirror>> MIRRORS = optional(
            "mirrors", ListType.of("a list of mirrors", new MirrorType()), List.of(), "copies of what ports hear");
    static final Key<List<AccessList>> ACCESS_LISTS = optional(
            "access-lists",
            ListType.of("a list of access lists", new AccessListType()),
            List.of(),
            "rules of what may enter and leave, for any number of ports");
    static final Key<TableConfig> TABLE = optional("table", new TableType(), TableConfig.DEFAULT, "the MAC table");
    static final Key<MemoryConfig> MEMORY =
            optional("memory", new MemoryType(), MemoryConfig.DEFAULT, "room for frames");
    static final Key<WorkerConfig> WORKERS =
            optional("workers", new WorkersType(), WorkerConfig.DEFAULT, "who moves the frames");
    static final Schema SCHEMA =
            Schema.of("configuration", NETWORKS, PORTS, MIRRORS, ACCESS_LISTS, TABLE, MEMORY, WORKERS);

    @Override
    public String form() {
        return "a mapping with `networks` and `ports`";
    }

    @Override
    public Optional<Configuration> read(Node node, Problems problems) {
        return Section.read(node, SCHEMA, problems).filter(Section::isSound).map(ConfigurationType::configuration);
    }

    private static Configuration configuration(Section section) {
        List<AccessList> lists = section.get(ACCESS_LISTS);
        List<PortConfig> ports = section.get(PORTS).stream()
                .map(read -> read.port().withAccess(read.access().among(lists)))
                .toList();
        SwitchConfig switchConfig = new SwitchConfig(
                section.get(NETWORKS),
                ports.stream().map(PortConfig::profile).toList(),
                section.get(MIRRORS),
                section.get(TABLE),
                section.get(MEMORY),
                section.get(WORKERS));
        return new Configuration(switchConfig, ports);
    }
}
