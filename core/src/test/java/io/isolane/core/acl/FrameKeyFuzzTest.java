package io.isolane.core.acl;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.isolane.core.memory.RawMemory;
import java.lang.foreign.Arena;
import java.util.Arrays;

/**
 * Any bytes as a frame for access lists: what they see of it does not change with what lies behind its end. The build plays the seeds in
 * this test's resources; for new ones, fuzz for a while with
 *
 * <pre>
 *   JAZZER_FUZZ=1 mvn -pl core -am test -Dtest=FrameKeyFuzzTest -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
class FrameKeyFuzzTest {
    private static final int HEADER = 14;
    private static final int MARGIN = 64;
    private static final int MAX_LENGTH = 4096;
    private static final Arena ARENA = Arena.ofShared();
    private static final long FRAME = ARENA.allocate(MAX_LENGTH + MARGIN, 64).address() + 4;

    private final FrameKey key = new FrameKey();

    @FuzzTest(maxDuration = "60s")
    void shouldSeeTheSameWhateverLiesBehindTheFrame(byte[] data) {
        byte[] frame = Arrays.copyOf(data, Math.clamp(data.length, HEADER, MAX_LENGTH - MARGIN));
        assertThat(account(frame, (byte) 0xff)).isEqualTo(account(frame, (byte) 0));
    }

    private String account(byte[] frame, byte behind) {
        RawMemory.fill(FRAME, frame.length + MARGIN, behind);
        RawMemory.put(FRAME, frame);
        key.read(0, 0, 0, 0);
        key.readPacket(FRAME, frame.length);
        StringBuilder account = new StringBuilder();
        for (Field field : Field.values()) {
            boolean isOpen = (key.unknown() & field.bit()) != 0;
            account.append(field)
                    .append(isOpen ? " open" : " " + key.value(field.index()))
                    .append(' ');
        }
        return account.toString();
    }
}
