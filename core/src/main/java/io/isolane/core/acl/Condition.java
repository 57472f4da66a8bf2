package io.isolane.core.acl;

import java.util.List;

/** What a rule asks of one lane: that its value is in one of these spans, which neither touch nor overlap. Immutable. */
record Condition(Lane lane, List<Span> spans) {
    static Condition of(Field field, Span span) {
        return new Condition(Lane.whole(field), List.of(span));
    }
}
