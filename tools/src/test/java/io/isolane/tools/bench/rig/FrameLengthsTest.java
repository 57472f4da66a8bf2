package io.isolane.tools.bench.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameLengthsTest {
    private static final int IMIX_FRAMES = 28 + 16 + 4;

    @Test
    void shouldMixLengthsAsCsitDoes() {
        FrameLengths imix = FrameLengths.IMIX;

        assertThat(IMIX_FRAMES % imix.count()).isZero();
        assertThat(IntStream.range(0, IMIX_FRAMES)
                        .mapToObj(i -> imix.at(i % imix.count()))
                        .collect(Collectors.groupingBy(length -> length, Collectors.counting())))
                .isEqualTo(Map.of(64, 28L, 570, 16L, 1518, 4L));
    }

    @Test
    void shouldNotSendTheLongFramesOfAMixInARow() {
        FrameLengths imix = FrameLengths.IMIX;

        assertThat(IntStream.range(0, imix.count()))
                .noneMatch(i -> imix.at(i) > 64 && imix.at((i + 1) % imix.count()) > 64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"64", "9000", "imix"})
    void shouldReadWhatItWrites(String text) {
        assertThat(FrameLengths.parse(text)).hasToString(text).isEqualTo(FrameLengths.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "IMIX", "64 B", "1e3", "99999999999"})
    void shouldRefuseWhatIsNoLength(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FrameLengths.parse(text))
                .withMessage("frame size '" + text + "' is neither a number of bytes, such as 64, nor 'imix'");
    }
}
