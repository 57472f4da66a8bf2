package io.isolane.tools.config;

import static io.isolane.tools.config.Key.optional;
import static io.isolane.tools.config.Key.required;

import io.isolane.core.policy.Rate;
import io.isolane.tools.config.Node.Mapping;
import io.isolane.tools.config.Rates.Burst;
import java.util.Optional;

/** A rate: by itself, or in a mapping with its burst. */
final class RateType implements ValueType<Rate> {
    static final Key<Rate> RATE = required("rate", Rates.rate(), "what may come for as long as it lasts");
    static final Key<Burst> BURST = optional(
            "burst",
            Rates.burst(),
            "what may come at once; a tenth of a second's worth if left out, but at least 128 KiB or 64 frames");
    static final Schema SCHEMA = Schema.of("rate", RATE, BURST);

    @Override
    public String form() {
        return "a rate such as `10mbps`, `1000pps` or `{rate: 10mbps, burst: 64kB}`";
    }

    @Override
    public Optional<Rate> read(Node node, Problems problems) {
        if (!(node instanceof Mapping)) {
            return RATE.type().read(node, problems);
        }
        Optional<Section> section = Section.read(node, SCHEMA, problems);
        section.filter(Section::isSound).ifPresent(RateType::check);
        return section.filter(Section::isSound)
                .map(sound -> sound.find(BURST)
                        .map(burst -> new Rate(burst.unit(), sound.get(RATE).perSecond(), burst.size()))
                        .orElseGet(() -> sound.get(RATE)));
    }

    private static void check(Section section) {
        Rate.Unit unit = section.get(RATE).unit();
        section.find(BURST)
                .filter(burst -> burst.unit() != unit)
                .ifPresent(burst -> section.report(
                        BURST,
                        unit == Rate.Unit.BITS
                                ? "has no unit, and the rate is one of bits; write bytes, as in 64kB"
                                : "is a number of bytes, and the rate is one of frames; write frames, as in 100"));
    }
}
