package io.isolane.tools.explain;

import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.EthernetLayout;
import io.isolane.core.frame.MacAddress;
import io.isolane.core.frame.TagControl;
import io.isolane.dataplane.pipeline.Explainer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A frame given by the fields of its header; zeros follow. */
final class FrameFields {
    /** IEEE 802.3, 3.2.8, without the four bytes of the frame check sequence and without tags. */
    private static final int SHORTEST_ON_A_WIRE = 60;

    private static final int MAX_PCP = 7;
    private static final Pattern TAG = Pattern.compile("(\\d{1,4})(?::(\\d))?");
    private static final Pattern TYPE = Pattern.compile("0x[0-9a-fA-F]{4}");

    @Option(names = "--dst", required = true, paramLabel = "MAC", description = "Destination address.")
    private String destination = "";

    @Option(names = "--src", required = true, paramLabel = "MAC", description = "Source address.")
    private String source = "";

    @Option(
            names = "--vlan",
            paramLabel = "VID[:PCP]",
            description = "An 802.1Q tag (0x8100), VID 0 to 4095; once more for each tag behind it.")
    private List<String> tags = new ArrayList<>();

    @Option(names = "--type", paramLabel = "0xTYPE", description = "EtherType. Default: 0x0800.")
    private String type = "0x0800";

    @Option(
            names = "--length",
            paramLabel = "BYTES",
            description = "Bytes with tags, without the frame check sequence. Default: 60 and 4 for each tag.")
    private @Nullable Integer length;

    /** Filled in by the command line. */
    FrameFields() {}

    /**
     * The frame's bytes.
     *
     * @throws IllegalArgumentException that names the option and what would mend it
     */
    byte[] bytes() {
        int header = EthernetLayout.HEADER_LENGTH + tags.size() * EthernetLayout.TAG_LENGTH;
        ByteBuffer frame = ByteBuffer.allocate(header);
        putAddress(frame, "--dst", destination);
        putAddress(frame, "--src", source);
        for (String tag : tags) {
            frame.putShort((short) EtherType.CUSTOMER_TAG).putShort((short) tagControl(tag));
        }
        frame.putShort((short) etherType());
        return Arrays.copyOf(frame.array(), requestedLength());
    }

    private int requestedLength() {
        if (length == null) {
            return SHORTEST_ON_A_WIRE + tags.size() * EthernetLayout.TAG_LENGTH;
        }
        if (length < 1 || length > Explainer.MAX_LENGTH) {
            throw new IllegalArgumentException("--length " + length + " is not from 1 to " + Explainer.MAX_LENGTH);
        }
        return length;
    }

    private int etherType() {
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("--type '" + type + "' is no EtherType: write it as 0x0800");
        }
        return Integer.decode(type);
    }

    private static void putAddress(ByteBuffer frame, String option, String text) {
        try {
            long mac = MacAddress.parse(text);
            frame.putInt((int) (mac >>> 16)).putShort((short) mac);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(option + " " + malformed.getMessage(), malformed);
        }
    }

    private static int tagControl(String text) {
        Matcher tag = TAG.matcher(text);
        if (tag.matches()) {
            int vid = Integer.parseInt(tag.group(1));
            int pcp = tag.group(2) == null ? 0 : Integer.parseInt(tag.group(2));
            if (vid <= TagControl.RESERVED_VID && pcp <= MAX_PCP) {
                return TagControl.of(pcp, false, vid);
            }
        }
        throw new IllegalArgumentException(
                "--vlan '" + text + "' is no tag: write a VID from 0 to 4095 and, after a colon, a PCP from 0 to 7");
    }
}
