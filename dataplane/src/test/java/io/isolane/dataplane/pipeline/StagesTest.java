package io.isolane.dataplane.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.acl.AccessList;
import io.isolane.core.acl.AccessLists;
import io.isolane.core.acl.AccessRule;
import io.isolane.core.binding.Bindings;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.FramePool;
import io.isolane.core.policy.FidRegistry;
import io.isolane.core.policy.FloodControl;
import io.isolane.core.policy.ForwardingState;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PolicyCompiler;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PortSecurity;
import io.isolane.core.policy.PortSecurity.Violation;
import io.isolane.core.policy.Rate;
import io.isolane.core.policy.RateLimit;
import io.isolane.core.policy.RateLimits;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.core.table.MacTable;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StagesTest {
    private static final RateLimit LIMIT = RateLimit.of(Rate.frames(10, 10));

    private final Arena arena = Arena.ofAuto();
    private final FramePool pool = new FramePool(FrameMemory.allocate(arena, 64, 0));
    private final Pipeline pipeline = new Pipeline(
            pool.memory(),
            pool.newCache(),
            new MacTable(arena, 64, 4, new Random(1)),
            Bindings.allocate(arena, 4, new Random(1)));

    @Test
    void shouldRunTheVeryStagesOfASwitchWithoutGuardsForAPortWithoutGuards() {
        ForwardingState mixed = state(PortGuards.NONE, limited(LIMIT, RateLimit.NONE));
        ForwardingState unguarded = state(PortGuards.NONE, PortGuards.NONE);

        assertThat(pipeline.stages(mixed.port(0)))
                .isSameAs(pipeline.stages(unguarded.port(0)))
                .hasSize(4);
        assertThat(pipeline.stages(mixed.port(1))).hasSizeGreaterThan(4);
    }

    @Test
    void shouldRunAStageMoreForAccessListsOfWhatEntersOnly() {
        AccessList list = AccessList.of("list", AccessRule.permit().build());
        PortGuards in = PortGuards.builder()
                .access(new AccessLists(List.of(list), List.of()))
                .build();
        PortGuards out = PortGuards.builder()
                .access(new AccessLists(List.of(), List.of(list)))
                .build();
        ForwardingState mixed = state(in, out);

        assertThat(pipeline.stages(mixed.port(0))).hasSize(5);
        assertThat(pipeline.stages(mixed.port(1)))
                .isSameAs(
                        pipeline.stages(state(PortGuards.NONE, PortGuards.NONE).port(1)));
        PortGuards limits = limited(LIMIT, RateLimit.NONE);
        PortGuards both = limits.toBuilder().access(in.access()).build();
        assertThat(pipeline.stages(state(both, limits).port(0)))
                .hasSize(pipeline.stages(state(both, limits).port(1)).length + 1);
    }

    @Test
    void shouldRunNoStageMoreForGuardsThatLookAtNothingThatEnters() {
        PortGuards leaving = limited(RateLimit.NONE, LIMIT).toBuilder()
                .flood(FloodControl.NONE)
                .build();

        assertThat(pipeline.stages(state(PortGuards.NONE, leaving).port(1))).hasSize(4);
    }

    @Test
    void shouldHaveTheSourcesJudgedByAnotherStageWhereStationsHaveRulesAndNowhereElse() {
        ForwardingState mixed = state(
                PortGuards.NONE,
                PortGuards.builder()
                        .security(PortSecurity.of(Violation.PROTECT))
                        .build());
        ForwardingState unguarded = state(PortGuards.NONE, PortGuards.NONE);

        assertThat(pipeline.stages(mixed.port(0))).isSameAs(pipeline.stages(unguarded.port(0)));
        assertThat(pipeline.stages(mixed.port(1))).hasSize(4).doesNotContain(pipeline.stages(mixed.port(0))[1]);
    }

    private static PortGuards limited(RateLimit in, RateLimit out) {
        return PortGuards.builder().rates(new RateLimits(in, out)).build();
    }

    private static ForwardingState state(PortGuards first, PortGuards second) {
        Map<Integer, PortProfile> ports = Map.of(
                0, PortProfile.guest("a", "net").guards(first).build(),
                1, PortProfile.guest("b", "net").guards(second).build());
        return PolicyCompiler.compile(
                List.of(VirtualNetwork.of("net", IsolationMode.LEARNING)),
                new TreeMap<>(ports),
                List.of(),
                new FidRegistry());
    }
}
