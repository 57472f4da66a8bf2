package io.isolane.tools.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PartTest {
    private static final Call RIG = new Call("io.isolane.tools.bench.rig.ForwardingRig", "step", 90);
    private static final Call PIPELINE = new Call("io.isolane.dataplane.pipeline.Pipeline", "forward", 90);
    private static final Call DELIVERY = new Call("io.isolane.dataplane.pipeline.Delivery", "run", 40);
    private static final Call TRANSMIT = new Call("io.isolane.dataplane.port.ring.RingPort", "transmit", 120);
    private static final Call OFFER = new Call("io.isolane.core.ring.SpscRing", "offer", 70);

    @Test
    void shouldBelongToTheInnermostCallThatIsAnyones() {
        assertThat(Part.of(List.of(OFFER, TRANSMIT, DELIVERY, PIPELINE, RIG))).isEqualTo(Part.TRANSMIT);
        assertThat(Part.of(List.of(DELIVERY, PIPELINE, RIG))).isEqualTo(Part.DELIVERY);
        assertThat(Part.of(List.of(OFFER, PIPELINE, RIG))).isEqualTo(Part.WORKER);
    }

    @Test
    void shouldChargeTheGeneratorWithItsPort() {
        Call send = new Call("io.isolane.dataplane.port.ring.VirtualNic", "send", 60);
        Call flow = new Call("io.isolane.tools.bench.rig.Flow", "send", 60);

        assertThat(Part.of(List.of(OFFER, send, flow, RIG))).isEqualTo(Part.GENERATOR);
        assertThat(Part.of(List.of(OFFER, send, RIG))).isEqualTo(Part.SINK);
    }

    @Test
    void shouldBeTheRestIfNobodyHasIt() {
        assertThat(Part.of(List.of())).isEqualTo(Part.OTHER);
        assertThat(Part.of(List.of(OFFER))).isEqualTo(Part.OTHER);
    }

    /** Else a class that was renamed would quietly become part of another's time. */
    @ParameterizedTest
    @EnumSource
    void shouldNameClassesAndMethodsThatAreThere(Part part) {
        for (String owner : part.owners()) {
            int dot = owner.lastIndexOf('.');
            boolean isMethod = Character.isLowerCase(owner.charAt(dot + 1));
            assertThatCode(() -> {
                        Class<?> type = Class.forName(isMethod ? owner.substring(0, dot) : owner);
                        if (isMethod) {
                            assertThat(type.getMethods()).extracting("name").contains(owner.substring(dot + 1));
                        }
                    })
                    .as(owner)
                    .doesNotThrowAnyException();
        }
    }
}
