package io.isolane.tools.config;

import static io.isolane.tools.config.Key.optional;

import io.isolane.dataplane.MemoryConfig;
import java.util.Optional;

/** The value of {@code memory}. */
final class MemoryType implements ValueType<MemoryConfig> {
    static final Key<Integer> SMALL_SLOTS = optional(
            "small-slots",
            Values.integer(1, Integer.MAX_VALUE),
            MemoryConfig.DEFAULT.smallSlots(),
            "slots of 2 KiB, one for each frame that is under way");
    static final Key<Integer> LARGE_SLOTS = optional(
            "large-slots",
            Values.integer(0, Integer.MAX_VALUE),
            MemoryConfig.DEFAULT.largeSlots(),
            "slots of 72 KiB, for super-frames and jumbo frames");
    static final Schema SCHEMA = Schema.of("memory", SMALL_SLOTS, LARGE_SLOTS);

    @Override
    public String form() {
        return "a mapping with `small-slots` and `large-slots`";
    }

    @Override
    public Optional<MemoryConfig> read(Node node, Problems problems) {
        return Section.read(node, SCHEMA, problems)
                .filter(Section::isSound)
                .flatMap(section -> memory(section, node, problems));
    }

    private static Optional<MemoryConfig> memory(Section section, Node node, Problems problems) {
        try {
            return Optional.of(new MemoryConfig(section.get(SMALL_SLOTS), section.get(LARGE_SLOTS)));
        } catch (IllegalArgumentException tooLarge) {
            problems.report(node, "is too large: " + tooLarge.getMessage());
            return Optional.empty();
        }
    }
}
