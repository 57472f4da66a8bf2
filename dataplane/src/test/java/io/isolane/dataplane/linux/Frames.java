package io.isolane.dataplane.linux;

import java.util.Arrays;
import java.util.HexFormat;

/** Frames that tests send. */
public final class Frames {
    /** IEEE 802 local experimental EtherType: no stack answers it. */
    private static final String EXPERIMENTAL = "88b5";

    private Frames() {}

    /** From 02:00:00:00:00:01 to everyone, with so many bytes of recognisable payload. */
    public static byte[] broadcast(int payloadBytes) {
        return withPayload("ffffffffffff" + "020000000001" + EXPERIMENTAL, payloadBytes);
    }

    /** The same with a tag, given as its TPID and TCI in hex. */
    public static byte[] tagged(String tag, int payloadBytes) {
        return withPayload("ffffffffffff" + "020000000001" + tag + EXPERIMENTAL, payloadBytes);
    }

    private static byte[] withPayload(String header, int payloadBytes) {
        byte[] start = HexFormat.of().parseHex(header);
        byte[] frame = Arrays.copyOf(start, start.length + payloadBytes);
        for (int i = 0; i < payloadBytes; i++) {
            frame[start.length + i] = (byte) (i * 7 + i / 256);
        }
        return frame;
    }
}
