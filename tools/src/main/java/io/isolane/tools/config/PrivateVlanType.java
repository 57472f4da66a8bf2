package io.isolane.tools.config;

import static io.isolane.tools.config.Key.optional;
import static io.isolane.tools.config.Key.required;

import io.isolane.core.policy.PrivateVlan;
import io.isolane.tools.config.Node.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The VLANs of a private VLAN. */
final class PrivateVlanType implements ValueType<PrivateVlan> {
    static final Key<Integer> PRIMARY = required("primary", Values.vid(), "VLAN of frames from promiscuous ports");
    static final Key<Integer> ISOLATED = required("isolated", Values.vid(), "VLAN of frames from isolated ports");
    static final Key<Map<String, Integer>> COMMUNITIES =
            optional("communities", new Communities(), Map.of(), "VLAN of frames from each community, by its name");
    static final Schema SCHEMA = Schema.of("private VLAN", PRIMARY, ISOLATED, COMMUNITIES);

    @Override
    public String form() {
        return "a mapping with `primary`, `isolated` and `communities`";
    }

    @Override
    public Optional<PrivateVlan> read(Node node, Problems problems) {
        return Section.read(node, SCHEMA, problems)
                .filter(Section::isSound)
                .flatMap(section -> privateVlan(section, node, problems));
    }

    private static Optional<PrivateVlan> privateVlan(Section section, Node node, Problems problems) {
        try {
            return Optional.of(new PrivateVlan(section.get(PRIMARY), section.get(ISOLATED), section.get(COMMUNITIES)));
        } catch (IllegalArgumentException sharedVid) {
            problems.report(
                    node,
                    "uses one VLAN for two purposes; give the primary VLAN, the isolated one and each"
                            + " community one of their own");
            return Optional.empty();
        }
    }

    /** A VLAN for each name. */
    private static final class Communities implements ValueType<Map<String, Integer>> {
        private static final ValueType<Integer> VID = Values.vid();

        @Override
        public String form() {
            return "a mapping from names to VLANs, as in `{web: 102}`";
        }

        @Override
        public Optional<Map<String, Integer>> read(Node node, Problems problems) {
            if (!(node instanceof Mapping mapping)) {
                problems.report(node, "is no mapping; write " + form());
                return Optional.empty();
            }
            Map<String, Integer> vids = new LinkedHashMap<>();
            mapping.values().forEach((name, value) -> VID.read(value, problems).ifPresent(vid -> vids.put(name, vid)));
            return vids.size() == mapping.values().size() ? Optional.of(vids) : Optional.empty();
        }
    }
}
