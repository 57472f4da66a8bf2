package io.isolane.benchmarks;

import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.Ipv4Header;
import io.isolane.core.frame.PacketHeaders;
import io.isolane.core.frame.UdpHeader;
import java.util.List;

/** The rules of an {@link AccessRuleMix} asked one after another, each in one line of a flat array: what is fastest for a few. */
final class LinearRules {
    private static final int FIELDS = 7;

    private final int[] rules;
    private final long[] hits;
    private final PacketHeaders headers = new PacketHeaders();

    LinearRules(List<AccessRuleMix.Denial> denials) {
        rules = new int[denials.size() * FIELDS];
        hits = new long[denials.size() + 1];
        for (int rule = 0; rule < denials.size(); rule++) {
            AccessRuleMix.Denial denial = denials.get(rule);
            int sourceMask = mask(denial.sourceLength());
            int mask = mask(denial.length());
            int[] fields = {
                denial.source() & sourceMask,
                sourceMask,
                denial.destination() & mask,
                mask,
                denial.protocol(),
                denial.firstPort(),
                denial.lastPort()
            };
            System.arraycopy(fields, 0, rules, rule * FIELDS, FIELDS);
        }
    }

    /** True if no rule denies the frame. */
    boolean permits(long frame, int length) {
        if (!headers.read(frame, length) || headers.etherType() != EtherType.IPV4) {
            return false;
        }
        int source = Ipv4Header.source(frame + headers.packet());
        int destination = Ipv4Header.destination(frame + headers.packet());
        int protocol = headers.protocol();
        int port = UdpHeader.destinationPort(frame + headers.transport());
        int[] all = rules;
        for (int at = 0; at < all.length; at += FIELDS) {
            if ((source & all[at + 1]) == all[at]
                    && (destination & all[at + 3]) == all[at + 2]
                    && protocol == all[at + 4]
                    && port >= all[at + 5]
                    && port <= all[at + 6]) {
                hits[at / FIELDS]++;
                return false;
            }
        }
        hits[hits.length - 1]++;
        return true;
    }

    private static int mask(int length) {
        return (int) (-1L << (32 - length));
    }
}
