package io.isolane.dataplane.pipeline;

import static io.isolane.dataplane.pipeline.ExplainedSwitch.guest;
import static io.isolane.dataplane.pipeline.ExplainedSwitch.lines;
import static io.isolane.dataplane.pipeline.ExplainedSwitch.net;
import static io.isolane.dataplane.pipeline.Finding.Stage.DELIVERY;
import static io.isolane.dataplane.pipeline.Finding.Stage.FILTERING;
import static io.isolane.dataplane.pipeline.Finding.Stage.LEARNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.acl.AccessList;
import io.isolane.core.acl.AccessLists;
import io.isolane.core.acl.AccessRule;
import io.isolane.core.acl.NumberSet;
import io.isolane.core.counter.DropReason;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.Mirror;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.PortProfile;
import io.isolane.dataplane.pipeline.Explanation.Drop;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of frames that access lists let pass or deny. */
final class ExplainerAccessTest {
    private static final String A = "02:00:00:00:00:0a";
    private static final String BROADCAST = "ff:ff:ff:ff:ff:ff";
    private static final AccessRule COUNT =
            AccessRule.count().etherType(NumberSet.of(0x0800)).build();
    private static final AccessRule DENY =
            AccessRule.deny().sourceMac(0x02_00_00_00_00_0aL).mirror("log").build();
    private static final AccessRule PERMIT = AccessRule.permit().build();

    @Test
    void shouldNameTheRuleThatLetsAFrameEnterAndThoseThatCountedIt() {
        ExplainedSwitch explained = explained(in(COUNT, PERMIT));

        assertThat(lines(explained.explain("a", BROADCAST, A, ""), FILTERING))
                .containsExactly("permitted: counted by rule 1 of access list 'list': count ether-type 0x0800;"
                        + " by rule 2 of access list 'list': permit all");
    }

    @Test
    void shouldNameTheRuleThatDeniesAndWhoGetsACopy() {
        Explanation denied = explained(in(DENY, PERMIT)).explain("a", BROADCAST, A, "");

        assertThat(lines(denied, FILTERING))
                .containsExactly("dropped as access-list-in: by rule 1 of access list 'list':"
                        + " deny source-mac 02:00:00:00:00:0a mirror log");
        assertThat(lines(denied, LEARNING)).isEmpty();
        assertThat(lines(denied, DELIVERY))
                .containsExactly("m: sent without a tag, 60 bytes: a mirror copies it there");
        assertThat(denied.drops()).containsExactly(new Drop("a", DropReason.ACCESS_LIST_IN));
    }

    @Test
    void shouldSayThatNoRulePermitsAFrame() {
        assertThat(lines(explained(in(COUNT)).explain("a", BROADCAST, A, ""), FILTERING))
                .containsExactly("dropped as access-list-in: counted by rule 1 of access list 'list':"
                        + " count ether-type 0x0800; no rule of its access lists permits it");
    }

    @Test
    void shouldSayOfEachPortWhyAFrameMayLeaveThereOrNot() {
        ExplainedSwitch explained = new ExplainedSwitch(
                List.of(net(IsolationMode.LEARNING)),
                List.of(),
                guest("a"),
                port("b", new AccessLists(List.of(), List.of(AccessList.of("no", DENY)))),
                port("c", new AccessLists(List.of(), List.of(AccessList.of("yes", PERMIT)))));

        Explanation explanation = explained.explain("a", BROADCAST, A, "");

        assertThat(lines(explanation, DELIVERY))
                .contains("b: dropped as access-list-out: by rule 1 of access list 'no': deny source-mac"
                        + " 02:00:00:00:00:0a mirror log")
                .contains("c: sent without a tag, 60 bytes: broadcasts are flooded there; permitted by rule 1 of access"
                        + " list 'yes': permit all");
        assertThat(explanation.drops()).containsExactly(new Drop("b", DropReason.ACCESS_LIST_OUT));
    }

    private static ExplainedSwitch explained(AccessLists lists) {
        return new ExplainedSwitch(
                List.of(net(IsolationMode.LEARNING)),
                List.of(new Mirror("log", List.of(), false, false, "m")),
                port("a", lists),
                guest("b"),
                PortProfile.monitor("m").build());
    }

    private static AccessLists in(AccessRule... rules) {
        return new AccessLists(List.of(AccessList.of("list", rules)), List.of());
    }

    private static PortProfile port(String name, AccessLists lists) {
        return PortProfile.guest(name, "net")
                .guards(PortGuards.builder().access(lists))
                .build();
    }
}
