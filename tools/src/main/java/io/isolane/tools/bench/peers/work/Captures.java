package io.isolane.tools.bench.peers.work;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The frames of a work as capture files, which other switches read into their memory: classic pcap (draft-ietf-opsawg-pcap), IPv4 and UDP
 * with addresses of their own for each pair, as a switch that hashes these wants them. Confined to its thread.
 */
public final class Captures {
    private static final int MAGIC = 0xA1B2C3D4;
    private static final int ETHERNET = 1;
    private static final int SNAP_LENGTH = 65_535;
    private static final int RECORD_HEADER = 16;

    /** A driver reads a burst at a time from a ring that it fills from the file: with fewer frames it would find the ring empty. */
    private static final int LEAST_FRAMES = 256;

    private final Path directory;

    /** Files in {@code directory}, each written when it is first asked for. */
    public Captures(Path directory) {
        this.directory = directory;
    }

    /**
     * The frames that enter at a port.
     *
     * @throws IOException if the file cannot be written
     */
    public Path of(Work work, int port) throws IOException {
        Path file = directory.resolve(work.name() + "-" + port + ".pcap");
        if (!Files.exists(file)) {
            write(file, work, port);
        }
        return file;
    }

    /** How many frames such a file has. */
    public static int frames(Work work) {
        return Math.max(work.pairs(), LEAST_FRAMES);
    }

    private static void write(Path file, Work work, int port) throws IOException {
        long[] sources = work.sources(port);
        long[] destinations = work.destinations(port);
        ByteBuffer header = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(MAGIC).putShort((short) 2).putShort((short) 4).putLong(0);
        header.putInt(SNAP_LENGTH).putInt(ETHERNET);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(header.array());
            for (int i = 0; i < frames(work); i++) {
                int pair = i % sources.length;
                out.write(record(work, port, sources[pair], destinations[pair]));
            }
        }
    }

    private static byte[] record(Work work, int port, long source, long destination) {
        int length = work.frameLength();
        ByteBuffer record = ByteBuffer.allocate(RECORD_HEADER + length).order(ByteOrder.LITTLE_ENDIAN);
        record.putLong(0).putInt(length).putInt(length);
        ByteBuffer frame = record.slice().order(ByteOrder.BIG_ENDIAN);
        new TestPacket(source, destination, work.isTrunk(port)).writeTo(frame);
        return record.array();
    }
}
