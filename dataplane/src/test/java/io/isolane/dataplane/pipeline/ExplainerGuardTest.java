package io.isolane.dataplane.pipeline;

import static io.isolane.dataplane.pipeline.ExplainedSwitch.guest;
import static io.isolane.dataplane.pipeline.ExplainedSwitch.lines;
import static io.isolane.dataplane.pipeline.ExplainedSwitch.net;
import static io.isolane.dataplane.pipeline.Finding.Stage.DELIVERY;
import static io.isolane.dataplane.pipeline.Finding.Stage.GUARDING;
import static io.isolane.dataplane.pipeline.Finding.Stage.LEARNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.counter.DropReason;
import io.isolane.core.policy.FloodControl;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.Rate;
import io.isolane.core.policy.RateLimit;
import io.isolane.core.policy.RateLimits;
import io.isolane.core.policy.StormControl;
import io.isolane.dataplane.pipeline.Explanation.Drop;
import org.junit.jupiter.api.Test;

/** What is said of frames that a port's guards pass or refuse. */
final class ExplainerGuardTest {
    private static final String A = "02:00:00:00:00:0a";
    private static final String B = "02:00:00:00:00:0b";
    private static final String BROADCAST = "ff:ff:ff:ff:ff:ff";
    private static final String GROUP = "01:00:5e:00:00:01";
    private static final RateLimit ONE = RateLimit.of(Rate.frames(10, 1));

    @Test
    void shouldSayNothingOfGuardsWhereThereAreNone() {
        ExplainedSwitch explained = new ExplainedSwitch(net(IsolationMode.LEARNING), guest("a"), guest("b"));

        assertThat(lines(explained.explain("a", BROADCAST, A, ""), GUARDING)).isEmpty();
    }

    @Test
    void shouldSayWhatABroadcastIsHeldToAndThenThatItIsTooMuch() {
        ExplainedSwitch explained = guarded(PortGuards.builder()
                .storms(new StormControl(ONE, RateLimit.NONE, RateLimit.NONE))
                .rates(new RateLimits(RateLimit.of(Rate.bits(8000, 2000)), RateLimit.NONE))
                .build());

        assertThat(lines(explained.explain("a", BROADCAST, A, ""), GUARDING))
                .containsExactly("passed: broadcasts may come at 10 frames/s in bursts of 1 frames; the port may send"
                        + " 8000 bits/s in bursts of 2000 bytes");
        Explanation second = explained.explain("a", BROADCAST, A, "");
        assertThat(lines(second, GUARDING))
                .containsExactly("dropped as broadcast-storm: " + DropReason.BROADCAST_STORM.sentence());
        assertThat(lines(second, LEARNING)).isEmpty();
        assertThat(second.drops()).containsExactly(new Drop("a", DropReason.BROADCAST_STORM));
        assertThat(second.departures()).isEmpty();
    }

    @Test
    void shouldJudgeUnknownUnicastAfterTheLookup() {
        ExplainedSwitch explained = guarded(PortGuards.builder()
                .storms(new StormControl(RateLimit.NONE, RateLimit.NONE, ONE))
                .build());

        assertThat(lines(explained.explain("a", B, A, ""), GUARDING))
                .containsExactly(
                        "passed: no guard is about it",
                        "passed: unknown unicast may come at 10 frames/s in bursts of 1 frames");
        Explanation second = explained.explain("a", B, A, "");
        assertThat(lines(second, GUARDING)).last().asString().startsWith("dropped as unknown-unicast-storm: ");
        assertThat(lines(second, DELIVERY)).isEmpty();
    }

    @Test
    void shouldSayWhatIsNotFloodedAndWhatMayNotLeave() {
        ExplainedSwitch explained = new ExplainedSwitch(
                net(IsolationMode.LEARNING),
                guest("a"),
                PortProfile.guest("b", "net")
                        .guards(PortGuards.builder().flood(new FloodControl(true, false, false)))
                        .build(),
                PortProfile.guest("c", "net")
                        .guards(PortGuards.builder().rates(new RateLimits(RateLimit.NONE, ONE)))
                        .build());

        assertThat(lines(explained.explain("a", GROUP, A, ""), DELIVERY))
                .contains("b: not sent: multicasts are not flooded there")
                .contains("c: sent without a tag, 60 bytes: multicasts are flooded there");
        assertThat(lines(explained.explain("a", BROADCAST, A, ""), DELIVERY))
                .contains("b: not sent: broadcasts are not flooded there");
    }

    private static ExplainedSwitch guarded(PortGuards guards) {
        return new ExplainedSwitch(
                net(IsolationMode.LEARNING),
                PortProfile.guest("a", "net").guards(guards).build(),
                guest("b"));
    }
}
