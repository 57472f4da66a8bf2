package io.isolane.tools.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

final class NetworkStackTest {
    private static final int ECHO = 7;

    @Test
    void shouldAnswerAnArpRequestForItsAddress() {
        assertThat(answer(Packets.arp(1, Packets.STACK.ip()), Outcome.ARP_REPLY))
                .isEqualTo(HexFormat.of()
                        .parseHex("525400770001" + "02000a4d0009" + "0806" + "0001080006040002" + "02000a4d0009"
                                + "0a4d0009" + "525400770001" + "0a4d0001"));
    }

    @Test
    void shouldNotAnswerAnArpRequestForAnother() {
        ignores(Packets.arp(1, Packets.STACK.ip() + 1), Outcome.NOT_FOR_US);
    }

    @Test
    void shouldNotAnswerAnArpReply() {
        ignores(Packets.arp(2, Packets.STACK.ip()), Outcome.UNSUPPORTED);
    }

    @Test
    void shouldAnswerAPingWithItsData() {
        byte[] request = Packets.ping(57);

        byte[] reply = answer(request, Outcome.ECHO_REPLY);

        assertThat(Arrays.copyOf(reply, Packets.IP)).isEqualTo(ethernetBack());
        assertThat(addresses(reply)).isEqualTo(HexFormat.of().parseHex("0a4d0009" + "0a4d0001"));
        assertThat(reply[Packets.IP + 8]).isEqualTo((byte) 64);
        assertThat(Packets.checksum(0, reply, Packets.IP, Packets.TRANSPORT)).isZero();
        assertThat(reply[Packets.TRANSPORT]).isZero();
        assertThat(Packets.checksum(0, reply, Packets.TRANSPORT, reply.length)).isZero();
        assertThat(tail(reply, Packets.TRANSPORT + 4)).isEqualTo(tail(request, Packets.TRANSPORT + 4));
    }

    @Test
    void shouldEchoADatagramToTheEchoPort() {
        byte[] request = Packets.udp(40_000, ECHO, 33);

        byte[] reply = answer(request, Outcome.UDP_ECHO);

        assertThat(Arrays.copyOf(reply, Packets.IP)).isEqualTo(ethernetBack());
        assertThat(ByteBuffer.wrap(reply).getInt(Packets.TRANSPORT)).isEqualTo(ECHO << 16 | 40_000);
        assertThat(Packets.checksum(0, reply, Packets.IP, Packets.TRANSPORT)).isZero();
        assertThat(Packets.udpChecksum(reply)).isZero();
        assertThat(tail(reply, Packets.TRANSPORT + 8)).isEqualTo(tail(request, Packets.TRANSPORT + 8));
    }

    @Test
    void shouldEchoADatagramWithoutAChecksum() {
        byte[] request = Packets.udp(40_000, ECHO, 4);
        Packets.put(ByteBuffer.wrap(request), Packets.TRANSPORT + 6, 0);

        assertThat(ByteBuffer.wrap(answer(request, Outcome.UDP_ECHO)).getShort(Packets.TRANSPORT + 6))
                .isZero();
    }

    @Test
    void shouldAnswerPaddedFrames() {
        byte[] padded = Arrays.copyOf(Packets.ping(1), 60);

        assertThat(answer(padded, Outcome.ECHO_REPLY)).hasSize(60);
    }

    @Test
    void shouldIgnoreDatagramsToOtherPortsAndFromEchoServers() {
        ignores(Packets.udp(40_000, 8, 4), Outcome.NOT_FOR_US);
        ignores(Packets.udp(ECHO, ECHO, 4), Outcome.UNSUPPORTED);
        ignores(Packets.udp(0, ECHO, 4), Outcome.UNSUPPORTED);
    }

    @Test
    void shouldIgnoreWhatIsDamaged() {
        ignores(flipped(Packets.ping(8), Packets.IP + 8), Outcome.BAD_CHECKSUM);
        ignores(flipped(Packets.ping(8), Packets.TRANSPORT + 9), Outcome.BAD_CHECKSUM);
        ignores(flipped(Packets.udp(40_000, ECHO, 8), Packets.TRANSPORT + 9), Outcome.BAD_CHECKSUM);
    }

    @Test
    void shouldIgnoreWhatIsCutShort() {
        ignores(Arrays.copyOf(Packets.arp(1, Packets.STACK.ip()), 41), Outcome.TRUNCATED);
        ignores(Arrays.copyOf(Packets.ping(8), Packets.TRANSPORT - 1), Outcome.TRUNCATED);
        ignores(Arrays.copyOf(Packets.ping(8), Packets.TRANSPORT + 15), Outcome.TRUNCATED);
        ignores(withTotalLength(Packets.ping(8), 19), Outcome.TRUNCATED);
        ignores(withTotalLength(Packets.ping(8), 27), Outcome.TRUNCATED);
        ignores(withTotalLength(Packets.udp(40_000, ECHO, 8), 35), Outcome.TRUNCATED);
    }

    @Test
    void shouldIgnoreFragmentsOptionsAndOtherProtocols() {
        ignores(with(Packets.ping(8), Packets.IP + 6, 0x20), Outcome.UNSUPPORTED);
        ignores(with(Packets.ping(8), Packets.IP, 0x46), Outcome.UNSUPPORTED);
        ignores(with(Packets.ping(8), Packets.IP + 9, 6), Outcome.UNSUPPORTED);
        ignores(with(Packets.ping(8), 13, 0x42), Outcome.UNSUPPORTED);
    }

    @Test
    void shouldIgnoreOtherStationsAddressesAndNetworks() {
        ignores(with(Packets.ping(8), 5, 0x77), Outcome.NOT_FOR_US);
        ignores(with(Packets.ping(8), Packets.IP + 19, 8), Outcome.NOT_FOR_US);
        ignores(with(Packets.ping(8), Packets.IP + 14, 1), Outcome.NO_ROUTE);
    }

    @Test
    void shouldSayWhatBecameOfItsFrames() {
        try (StackRig rig = new StackRig()) {
            rig.answers(Packets.arp(1, Packets.STACK.ip()));
            rig.answers(Packets.ping(8));
            rig.answers(Packets.ping(9));
            rig.answers(Packets.udp(40_000, 9, 8));

            assertThat(rig.stack()).hasToString("stack nine: 1 arp-reply, 2 echo-reply, 1 not-for-us");
        }
    }

    /** A frame of which up to four bytes are others, and the end may be missing, gets at most one answer, and that is sound. */
    @Property(tries = 100, seed = "7", shrinking = ShrinkingMode.OFF)
    void shouldSurviveWhateverAFrameContains(@ForAll long seed) {
        Random random = new Random(seed);
        try (StackRig rig = new StackRig()) {
            for (int i = 0; i < 30; i++) {
                byte[] frame = damaged(random);

                List<byte[]> answers = rig.answers(frame);

                assertThat(answers).hasSizeLessThanOrEqualTo(1);
                assertThat(answers)
                        .allSatisfy(answer -> assertThat(isSound(answer))
                                .as(HexFormat.of().formatHex(frame))
                                .isTrue());
            }
        }
    }

    private static byte[] damaged(Random random) {
        byte[] frame = switch (random.nextInt(3)) {
            case 0 -> Packets.arp(1, Packets.STACK.ip());
            case 1 -> Packets.ping(20);
            default -> Packets.udp(40_000, ECHO, 20);
        };
        for (int changes = random.nextInt(5); changes > 0; changes--) {
            frame[random.nextInt(frame.length)] = (byte) random.nextInt();
        }
        return random.nextBoolean() ? frame : Arrays.copyOf(frame, 1 + random.nextInt(frame.length));
    }

    private static boolean isSound(byte[] answer) {
        boolean isIp = answer[12] == 8 && answer[13] == 0;
        return !isIp || Packets.checksum(0, answer, Packets.IP, Packets.TRANSPORT) == 0;
    }

    private static byte[] answer(byte[] request, Outcome outcome) {
        try (StackRig rig = new StackRig()) {
            List<byte[]> answers = rig.answers(request);
            assertThat(answers).hasSize(1);
            assertThat(rig.stack().frames(outcome)).isEqualTo(1);
            return answers.getFirst();
        }
    }

    private static void ignores(byte[] request, Outcome outcome) {
        try (StackRig rig = new StackRig()) {
            assertThat(rig.answers(request)).isEmpty();
            assertThat(rig.stack()).hasToString("stack nine: 1 " + outcome.label());
        }
    }

    private static byte[] with(byte[] frame, int at, int value) {
        frame[at] = (byte) value;
        return at < Packets.IP ? frame : Packets.withHeaderChecksum(frame);
    }

    private static byte[] withTotalLength(byte[] frame, int length) {
        return with(frame, Packets.IP + 3, length);
    }

    private static byte[] flipped(byte[] frame, int at) {
        frame[at] ^= 0x40;
        return frame;
    }

    private static byte[] ethernetBack() {
        return HexFormat.of().parseHex("525400770001" + "02000a4d0009" + "0800");
    }

    private static byte[] addresses(byte[] frame) {
        return Arrays.copyOfRange(frame, Packets.IP + 12, Packets.TRANSPORT);
    }

    private static byte[] tail(byte[] frame, int from) {
        return Arrays.copyOfRange(frame, from, frame.length);
    }
}
