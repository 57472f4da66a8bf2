package io.isolane.tools.bench.peers.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CoresTest {
    @Test
    void shouldReadNumbersAndRanges() {
        assertThat(Cores.parse("0-2,8,10-11")).containsExactly(0, 1, 2, 8, 10, 11);
    }

    @Test
    void shouldMeasureOnTheLastAndLeaveTheOthersToTheRest() {
        Cores cores = Cores.choose(List.of(0, 1, 5), OptionalInt.empty());

        assertThat(cores.measured()).isEqualTo(5);
        assertThat(cores.control()).containsExactly(0, 1);
    }

    @Test
    void shouldShareTheOnlyCore() {
        assertThat(Cores.choose(List.of(3), OptionalInt.of(3)).control()).containsExactly(3);
    }

    @Test
    void shouldRefuseACoreThatIsNotOurs() {
        assertThatThrownBy(() -> Cores.choose(List.of(0, 1), OptionalInt.of(2)))
                .hasMessage("core 2 is none of those that this process may use: 0,1");
    }

    @Test
    void shouldWriteMasks() {
        assertThat(Cores.mask(List.of(0, 1, 64))).isEqualTo("0x10000000000000003");
    }
}
