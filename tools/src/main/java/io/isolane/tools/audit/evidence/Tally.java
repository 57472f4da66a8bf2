package io.isolane.tools.audit.evidence;

import java.util.EnumMap;
import java.util.Map;

/** How many frames there were of each flow. Confined to its thread. */
public final class Tally {
    private final Map<Flow, Long> frames = new EnumMap<>(Flow.class);

    public Tally add(Flow flow, long count) {
        frames.merge(flow, count, Long::sum);
        return this;
    }

    public long of(Flow flow) {
        return frames.getOrDefault(flow, 0L);
    }
}
