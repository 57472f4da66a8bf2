package io.isolane.tools.config;

import static io.isolane.tools.config.Key.optional;
import static io.isolane.tools.config.Key.required;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The keys of a port that say what it is joined to. */
final class DeviceKeys {
    /** What a port is joined to. */
    enum Kind {
        TAP,
        PACKET,
        PCAP,
        MEMORY
    }

    static final Key<Kind> KIND = required(
            "kind",
            new ChoiceType<>(
                    List.of("tap", "packet", "pcap", "memory"),
                    Map.of("tap", Kind.TAP, "packet", Kind.PACKET, "pcap", Kind.PCAP, "memory", Kind.MEMORY)),
            "a TAP device that the switch makes, an interface that exists (AF_PACKET), capture files, or a network stack in"
                    + " this process");
    static final Key<String> DEVICE = optional(
                    "device", Values.interfaceName(), "the TAP device's name; the port's if left out")
            .onlyFor("kind", "tap");
    static final Key<String> INTERFACE = required(
                    "interface", Values.interfaceName(), "the interface, such as a NIC or one end of a veth pair")
            .onlyFor("kind", "packet");
    static final Key<String> NETNS = optional(
                    "netns", Values.namespace(), "the network namespace it is in; made for a TAP device if need be")
            .onlyFor("kind", "tap", "packet");
    static final Key<List<IpPrefix>> ADDRESS = optional(
                    "address",
                    ListType.of("a list of IP addresses, as in `[10.0.0.1/24]`", Values.ipPrefix()),
                    List.of(),
                    "IP addresses that the TAP device is given")
            .onlyFor("kind", "tap");
    static final Key<Long> MAC = optional(
                    "mac",
                    Values.mac(),
                    "the MAC address of the TAP device or the stack; one that is made up if left out")
            .onlyFor("kind", "tap", "memory");
    static final Key<Boolean> OFFLOAD = optional(
                    "offload", Values.flag(), true, "whether checksums and segmentation are left to the receiver")
            .onlyFor("kind", "tap", "packet");
    static final Key<Path> READ = optional("read", Values.path(), "the pcap or pcapng file whose frames enter")
            .onlyFor("kind", "pcap");
    static final Key<Path> WRITE = optional("write", Values.path(), "the pcapng file that takes what leaves")
            .onlyFor("kind", "pcap");
    static final Key<Boolean> PACED = optional(
                    "paced", Values.flag(), false, "whether frames enter at the pace they were captured at")
            .onlyFor("kind", "pcap");
    static final Key<IpPrefix> STACK = required(
                    "stack", Values.ipv4Prefix(), "the IPv4 address at which it answers ARP, ping and UDP echo")
            .onlyFor("kind", "memory");
    static final List<Key<?>> ALL =
            List.of(KIND, DEVICE, INTERFACE, NETNS, ADDRESS, MAC, OFFLOAD, READ, WRITE, PACED, STACK);

    private DeviceKeys() {}

    /** Reports what the keys leave unsaid together. */
    static void check(Section section) {
        Kind kind = section.find(KIND).orElse(Kind.PACKET);
        if (kind == Kind.PCAP && !section.has(READ) && !section.has(WRITE)) {
            section.report(KIND, "names no file; add 'read', 'write' or both");
        }
        if (kind == Kind.TAP && !section.has(DEVICE)) {
            section.find(PortType.NAME)
                    .filter(name -> !Values.isInterfaceName(name))
                    .ifPresent(name -> section.report(
                            PortType.NAME,
                            "is too long for an interface's name; add 'device' with 1 to 15 characters"));
        }
    }

    static Device device(Section section) {
        return switch (section.get(KIND)) {
            case TAP ->
                new Device.Tap(
                        section.find(DEVICE).orElseGet(() -> section.get(PortType.NAME)),
                        section.find(NETNS),
                        section.get(ADDRESS),
                        section.find(MAC),
                        section.get(OFFLOAD));
            case PACKET ->
                new Device.Packet(
                        section.get(INTERFACE), section.find(NETNS), section.get(OFFLOAD), section.find(PortType.MTU));
            case PCAP -> new Device.Capture(section.find(READ), section.find(WRITE), section.get(PACED));
            case MEMORY -> new Device.Stack(section.get(STACK), section.find(MAC));
        };
    }
}
