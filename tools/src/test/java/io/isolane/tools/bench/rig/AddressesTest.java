package io.isolane.tools.bench.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.isolane.core.policy.IsolationMode;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AddressesTest {
    @ParameterizedTest
    @EnumSource
    void shouldBeAsManyAsWereAskedForAndEachAtOnePlace(IsolationMode mode) {
        assertThat(Stream.of(2, 4, 6, 256, 1000)
                        .map(Scenario.of(mode)::withAddresses)
                        .flatMap(of -> Stream.of(2, 4, 8, 16).map(of::withPorts)))
                .allSatisfy(scenario -> assertThat(stations(scenario))
                        .hasSize(scenario.addresses())
                        .doesNotHaveDuplicates());
    }

    @Test
    void shouldRefuseFewerThanOneConversation() {
        Scenario scenario = Scenario.of(IsolationMode.LEARNING);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> scenario.withAddresses(1))
                .withMessage("1 addresses are less than the 2 of one conversation");
    }

    private static long[] stations(Scenario scenario) {
        Wiring wiring = new Wiring(scenario);
        return IntStream.range(0, scenario.ports())
                .filter(port -> !wiring.isUplink(port))
                .mapToObj(guest -> LongStream.concat(
                        LongStream.of(Addresses.of(scenario, guest)),
                        IntStream.range(0, Addresses.conversations(scenario, guest))
                                .mapToLong(i -> Addresses.beyondUplink(scenario, guest, i))))
                .flatMapToLong(each -> each)
                .toArray();
    }
}
