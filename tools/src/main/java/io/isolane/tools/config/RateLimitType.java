package io.isolane.tools.config;

import io.isolane.core.policy.Rate;
import io.isolane.core.policy.RateLimit;
import io.isolane.tools.config.Node.Listing;
import java.util.List;
import java.util.Optional;

/** What traffic is held to: a rate, or one of bits and one of frames in a list. */
final class RateLimitType implements ValueType<RateLimit> {
    private static final RateType ONE = new RateType();
    private static final ListType<Rate> BOTH = ListType.some("a rate of bits and one of frames", ONE);

    @Override
    public String form() {
        return ONE.form() + ", or a list of two";
    }

    @Override
    public Optional<RateLimit> read(Node node, Problems problems) {
        if (!(node instanceof Listing)) {
            return ONE.read(node, problems).map(RateLimit::of);
        }
        return BOTH.read(node, problems).flatMap(rates -> limit(rates, node, problems));
    }

    private static Optional<RateLimit> limit(List<Rate> rates, Node node, Problems problems) {
        if (rates.stream().map(Rate::unit).distinct().count() < rates.size()) {
            problems.report(node, "has two rates in the same unit; write one of bits and one of frames");
            return Optional.empty();
        }
        return Optional.of(new RateLimit(rates));
    }
}
