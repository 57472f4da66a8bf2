package io.isolane.dataplane.linux;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** tcpdump on one interface until it has heard a number of frames. */
public final class Capture implements AutoCloseable {
    private static final int FILE_HEADER_BYTES = 24;
    private static final int FRAME_LENGTH = 8;
    private static final int FRAME_HEADER_BYTES = 16;

    private final Process tcpdump;
    private final Path file;

    private Capture(Process tcpdump, Path file) {
        this.tcpdump = tcpdump;
        this.file = file;
    }

    /** Listens; returns when tcpdump hears. */
    public static Capture start(TestNamespace namespace, String device, int frames, String... filter) {
        try {
            Path file = Files.createTempFile("isolane", ".pcap");
            // The kernel keeps a place of the longest frame's length for each: room for 900 of up to 9,000 bytes.
            String options = "tcpdump -Z root -Q in -U --immediate-mode -s 9100 -B 8192 -c " + frames;
            List<String> words = new ArrayList<>(namespace.inside(options.split(" ", -1)));
            words.addAll(List.of("-i", device, "-w", file.toString()));
            words.addAll(List.of(filter));
            Process tcpdump = new ProcessBuilder(words).start();
            awaitListening(tcpdump);
            return new Capture(tcpdump, file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The frames, byte for byte, when all are there. */
    public List<byte[]> frames() throws IOException, InterruptedException {
        if (!tcpdump.waitFor(10, TimeUnit.SECONDS)) {
            throw new AssertionError("tcpdump still waits for frames; it has heard " + read().size());
        }
        return read();
    }

    @Override
    public void close() throws IOException {
        tcpdump.destroyForcibly();
        Files.deleteIfExists(file);
    }

    private static void awaitListening(Process tcpdump) throws IOException {
        BufferedReader errors = tcpdump.errorReader(StandardCharsets.UTF_8);
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            if (line.contains("listening on")) {
                return;
            }
        }
        throw new AssertionError("tcpdump did not start");
    }

    private List<byte[]> read() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<byte[]> frames = new ArrayList<>();
        bytes.position(Math.min(FILE_HEADER_BYTES, bytes.limit()));
        while (bytes.hasRemaining()) {
            byte[] frame = new byte[bytes.getInt(bytes.position() + FRAME_LENGTH)];
            bytes.position(bytes.position() + FRAME_HEADER_BYTES).get(frame);
            frames.add(frame);
        }
        return frames;
    }
}
