package io.isolane.tools.config;

import static io.isolane.tools.config.Key.optional;

import io.isolane.core.frame.EtherType;
import io.isolane.core.policy.VidSet;
import io.isolane.core.policy.VlanMembership;
import java.util.List;
import java.util.Optional;

/** How a port takes part in VLANs: one of access, trunk and tunnel. */
final class VlanType implements ValueType<VlanMembership> {
    static final Key<Integer> ACCESS = optional("access", Values.vid(), "VLAN of its untagged frames");
    static final Key<VidSet> TRUNK = optional("trunk", Values.vids(), "VLANs of its tagged frames");
    static final Key<Integer> TUNNEL =
            optional("tunnel", Values.vid(), "service VLAN of all its frames, tags and all (dot1q tunnel)");
    static final Key<Integer> NATIVE =
            optional("native", Values.vid(), "with `trunk`: VLAN of its untagged frames; none if left out");
    static final Key<Boolean> NATIVE_TAGGED = optional(
            "native-tagged", Values.flag(), false, "with `native`: whether that VLAN leaves with its tag all the same");
    static final Key<Integer> TPID = optional(
            "tpid", Values.tpid(), EtherType.CUSTOMER_TAG, "with `trunk`: what marks its tags; 0x88a8 for services");
    static final Schema SCHEMA = Schema.of("VLAN", ACCESS, TRUNK, TUNNEL, NATIVE, NATIVE_TAGGED, TPID);

    @Override
    public String form() {
        return "`{access: VID}`, `{trunk: VIDS}` or `{tunnel: VID}`";
    }

    @Override
    public Optional<VlanMembership> read(Node node, Problems problems) {
        Optional<Section> section = Section.read(node, SCHEMA, problems);
        section.ifPresent(VlanType::check);
        return section.filter(Section::isSound).map(VlanType::membership);
    }

    private static void check(Section section) {
        List<Key<?>> kinds = List.<Key<?>>of(ACCESS, TRUNK, TUNNEL).stream()
                .filter(section::has)
                .toList();
        if (kinds.isEmpty()) {
            section.report(ACCESS, "says neither access, trunk nor tunnel; write one of them");
        }
        kinds.stream()
                .skip(1)
                .forEach(key ->
                        section.report(key, "stands beside '" + kinds.getFirst().name() + "'; keep one of the two"));
        if (!section.has(TRUNK)) {
            List.<Key<?>>of(NATIVE, NATIVE_TAGGED, TPID).stream()
                    .filter(section::has)
                    .forEach(key -> section.report(key, "has a meaning beside 'trunk' only; leave it out"));
        } else if (section.has(NATIVE_TAGGED) && !section.has(NATIVE)) {
            section.report(NATIVE_TAGGED, "has a meaning beside 'native' only; leave it out");
        }
    }

    private static VlanMembership membership(Section section) {
        if (section.has(ACCESS)) {
            return VlanMembership.access(section.get(ACCESS));
        }
        if (section.has(TUNNEL)) {
            return VlanMembership.tunnel(section.get(TUNNEL));
        }
        return new VlanMembership.Trunk(
                section.get(TRUNK),
                section.find(NATIVE).orElse(VlanMembership.NO_NATIVE),
                section.get(NATIVE_TAGGED),
                section.get(TPID));
    }
}
