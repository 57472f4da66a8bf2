package io.isolane.benchmarks;

import io.isolane.core.acl.AccessList;
import io.isolane.core.acl.AccessRule;
import io.isolane.core.acl.AddressPrefix;
import io.isolane.core.acl.NumberSet;
import io.isolane.core.frame.IpAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Rules as a firewall has them, and frames for them: each rule but the last denies a protocol between two prefixes of IPv4 on some
 * ports; the last permits all. Of four frames three are for a rule by chance and one for the last. The same for the same number.
 */
final class AccessRuleMix {
    static final int FRAMES = 1024;
    static final int FRAME_LENGTH = 64;
    static final long DESTINATION = 0x02_00_00_00_00_02L;
    static final long SOURCE = 0x02_00_00_00_00_01L;

    /** One rule that denies. */
    record Denial(
            int source, int sourceLength, int destination, int length, int protocol, int firstPort, int lastPort) {
        AccessRule rule() {
            return AccessRule.deny()
                    .source(AddressPrefix.around(IpAddress.v4(source), sourceLength))
                    .destination(AddressPrefix.around(IpAddress.v4(destination), length))
                    .protocol(NumberSet.of(protocol))
                    .destinationPort(NumberSet.range(firstPort, lastPort))
                    .build();
        }
    }

    private final SplittableRandom random;
    private final List<Denial> denials = new ArrayList<>();
    private final List<byte[]> frames = new ArrayList<>();

    AccessRuleMix(int rules) {
        random = new SplittableRandom(rules);
        for (int rule = 1; rule < rules; rule++) {
            denials.add(denial());
        }
        for (int i = 0; i < FRAMES; i++) {
            boolean isForRule = i % 4 != 3 && !denials.isEmpty();
            frames.add(isForRule ? frame(denials.get(random.nextInt(denials.size()))) : frame(denial()));
        }
    }

    AccessList list() {
        List<AccessRule> rules = new ArrayList<>();
        denials.forEach(each -> rules.add(each.rule()));
        rules.add(AccessRule.permit().build());
        return new AccessList("mix", rules);
    }

    List<Denial> denials() {
        return denials;
    }

    List<byte[]> frames() {
        return frames;
    }

    private Denial denial() {
        int first = random.nextInt(60_000);
        return new Denial(
                0x0a00_0000 | random.nextInt(1 << 24),
                random.nextInt(20, 33),
                0x0a00_0000 | random.nextInt(1 << 24),
                random.nextInt(16, 33),
                random.nextBoolean() ? 6 : 17,
                first,
                first + (random.nextBoolean() ? 0 : random.nextInt(1000)));
    }

    private static byte[] frame(Denial to) {
        return ByteBuffer.allocate(FRAME_LENGTH)
                .putShort((short) (DESTINATION >>> 32))
                .putInt((int) DESTINATION)
                .putShort((short) (SOURCE >>> 32))
                .putInt((int) SOURCE)
                .putShort((short) 0x0800)
                .putShort((short) 0x4500)
                .putShort((short) (FRAME_LENGTH - 14))
                .putInt(0)
                .put((byte) 64)
                .put((byte) to.protocol())
                .putShort((short) 0)
                .putInt(to.source())
                .putInt(to.destination())
                .putShort((short) 4000)
                .putShort((short) to.lastPort())
                .array();
    }
}
