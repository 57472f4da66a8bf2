package io.isolane.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VidSetTest {
    @Test
    void shouldReadListsAndRanges() {
        assertThat(VidSet.parse("10, 20-22").stream()).containsExactly(10, 20, 21, 22);
        assertThat(VidSet.parse("all")).isEqualTo(VidSet.ALL);
        assertThat(VidSet.ALL.stream()).hasSize(4094);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            0         | VID 0 names no VLAN: use 1 to 4094
            4095      | VID 4095 names no VLAN: use 1 to 4094
            20-10     | the range '20-10' in '20-10' runs backwards
            10,,20    | '' in '10,,20' is not a VLAN: write a list as in 10,20,30-39
            red       | 'red' in 'red' is not a VLAN: write a list as in 10,20,30-39
            """)
    void shouldSayWhatIsNoVlan(String list, String complaint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VidSet.parse(list))
                .withMessage(complaint);
    }
}
