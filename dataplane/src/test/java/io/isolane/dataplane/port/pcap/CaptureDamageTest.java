package io.isolane.dataplane.port.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

final class CaptureDamageTest {
    @SuppressWarnings("NullAway.Init")
    private static Path file;

    @BeforeContainer
    static void makeFile() throws IOException {
        file = Files.createTempFile("damaged", ".capture");
    }

    @AfterContainer
    static void deleteFile() throws IOException {
        Files.delete(file);
    }

    @Property(tries = 10_000)
    void shouldEndAnyDamagedFileWithFramesWithinItsBoundsAndAtMostAFault(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        byte[] damaged = damage(sound(random), random);
        Files.write(file, damaged);
        try {
            ReadFrame.Outcome outcome = ReadFrame.readAll(file);

            int bytes = outcome.frames().stream()
                    .mapToInt(f -> f.bytes().length() / 2)
                    .sum();
            assertThat(bytes).isLessThanOrEqualTo(damaged.length);
            if (outcome.failure() != null) {
                assertThat(outcome.failure()).isInstanceOf(CaptureFormatException.class);
            }
        } catch (CaptureFormatException refused) {
            assertThat(refused.offset()).isBetween(0L, (long) damaged.length);
        }
    }

    private static byte[] sound(Random random) {
        CaptureBytes content = new CaptureBytes(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        byte[] frame = new byte[random.nextInt(40)];
        byte[] options = {14, 0, 8, 0, 1, 0, 0, 0, 0, 0, 0, 0, 9, 0, 1, 0, 9, 0, 0, 0};
        return random.nextInt(3) == 0
                ? content.pcapHeader(PcapLayout.MAGIC_NANOSECONDS, random.nextInt(60))
                        .pcapRecord(1, 2, frame)
                        .pcapRecord(3, 4, frame)
                        .toArray()
                : content.section()
                        .description(random.nextInt(60), options)
                        .packet(0, 7, frame)
                        .simplePacket(frame.length, frame)
                        .block(5, b -> b.u32(1, 2, 3))
                        .packet(0, 8, frame)
                        .toArray();
    }

    private static byte[] damage(byte[] sound, Random random) {
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            sound[random.nextInt(sound.length)] = (byte) (random.nextBoolean() ? random.nextInt() : random.nextInt(16));
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(sound, random.nextInt(sound.length + 1)) : sound;
    }
}
