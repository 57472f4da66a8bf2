package io.isolane.tools.config;

import static io.isolane.tools.config.Key.required;

import io.isolane.core.acl.AccessList;
import io.isolane.core.acl.AccessRule;
import java.util.List;
import java.util.Optional;

/** An item of {@code access-lists}. */
final class AccessListType implements ValueType<AccessList> {
    static final Key<String> NAME = required("name", Values.name(), "by which ports name the list");
    static final Key<List<AccessRule>> RULES = required(
            "rules",
            ListType.some("a list of rules", new AccessRuleType()),
            "asked in their order until one permits or denies; 4096 at most");
    static final Schema SCHEMA = Schema.of("access list", NAME, RULES);

    @Override
    public String form() {
        return "an access list";
    }

    @Override
    public Optional<AccessList> read(Node node, Problems problems) {
        Optional<Section> section = Section.read(node, SCHEMA, problems);
        section.filter(Section::isSound).ifPresent(AccessListType::check);
        return section.filter(Section::isSound).map(sound -> new AccessList(sound.get(NAME), sound.get(RULES)));
    }

    private static void check(Section section) {
        int rules = section.get(RULES).size();
        if (rules > AccessList.MAX_RULES) {
            section.report(
                    RULES,
                    "are " + rules + " rules; write at most " + AccessList.MAX_RULES
                            + " to a list, and give the port several lists");
        }
    }
}
