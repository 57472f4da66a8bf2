package io.isolane.dataplane;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * Any bytes as a frame. The build plays the seeds in this test's resources; for new ones, fuzz for a while with
 *
 * <pre>
 *   JAZZER_FUZZ=1 mvn -pl dataplane -am test -Dtest=FrameParserFuzzTest -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 *
 * and put what it finds beside the seeds: the first byte says in which form the frame is handed over, the rest is the frame.
 */
class FrameParserFuzzTest {
    @SuppressWarnings("NullAway.Init")
    private static FuzzedSwitch fabric;

    @BeforeAll
    static void start() {
        fabric = new FuzzedSwitch();
    }

    @AfterAll
    static void shouldHaveEverySlotBack() {
        fabric.close();
    }

    @FuzzTest(maxDuration = "5s")
    void shouldForwardOrCountAnyBytesOnceAndTouchNothingElse(byte[] data) {
        fabric.play(data);
    }
}
