package io.isolane.tools.config;

import static io.isolane.tools.config.Key.optional;
import static io.isolane.tools.config.Key.required;

import io.isolane.core.frame.IpAddress;
import io.isolane.core.policy.Binding;
import java.util.Optional;
import java.util.OptionalInt;

/** An item of {@code bindings} of a port. */
final class BindingType implements ValueType<Binding> {
    static final Key<IpAddress> ADDRESS = required("address", Values.ipAddress(), "the IP address");
    static final Key<Long> MAC = required("mac", Values.mac(), "the MAC address of the station that has it");
    static final Key<Integer> VLAN = optional("vlan", Values.vid(), "the VLAN; every one of the port's if left out");
    static final Schema SCHEMA = Schema.of("binding", ADDRESS, MAC, VLAN);

    @Override
    public String form() {
        return "a mapping with `address` and `mac`";
    }

    @Override
    public Optional<Binding> read(Node node, Problems problems) {
        return Section.read(node, SCHEMA, problems).filter(Section::isSound).map(BindingType::binding);
    }

    private static Binding binding(Section section) {
        OptionalInt vlan = section.find(VLAN).map(OptionalInt::of).orElseGet(OptionalInt::empty);
        return new Binding(section.get(ADDRESS), section.get(MAC), vlan);
    }
}
