package io.isolane.core.acl;

import io.isolane.core.frame.IpAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A rule before it is compiled, and what it says of a frame, asked one criterion after another: the linear interpreter against
 * which the tables are held. It shares nothing with them but the builder. Made from choices that shrink to rules that ask for nothing.
 */
final class DraftRule {
    static final int CHOICES = 14;

    /** What one criterion says of a frame. */
    enum Answer {
        YES,
        NO,
        /** The frame leaves it open. */
        OPEN;

        static Answer of(boolean holds) {
            return holds ? YES : NO;
        }
    }

    /** One criterion. */
    private interface Question {
        Answer ask(DraftPacket packet);
    }

    private record MacPattern(long mac, long mask) {}

    private static final List<AccessAction> ACTIONS = List.of(AccessAction.values());
    private static final MacPattern[] MACS = {
        new MacPattern(0x02_00_00_00_00_01L, 0xffff_ffff_ffffL),
        new MacPattern(0x02_00_00_00_00_00L, 0xffff_ff00_0000L),
        new MacPattern(0x01_00_00_00_00_00L, 0x0100_0000_0000L),
        new MacPattern(0, 0x0100_0000_0000L),
        new MacPattern(0x00_00_00_00_00_02L, 0x0000_0000_0006L),
        new MacPattern(0, 0),
        new MacPattern(0x02_00_00_01_00_00L, 0xffff_00ff_0000L)
    };
    private static final String[] SETS = {"0", "1", "10", "10-11", "2-4", "0,10,4094", "4094"};
    private static final String[] PRIORITIES = {"0", "7", "1-6", "0,3,7"};
    private static final String[] PORTS = {"80", "0-79", "53,443", "443-65535", "0-65535", "65535", "8"};
    private static final String[] TYPES = {"8", "0-79", "53", "80-255", "0"};
    private static final String[] WITH_PORTS = {"6", "17", "6,17", "6,17,33,132,136"};
    private static final String[] PROTOCOLS = {"6", "17", "1,58", "0-255", "47", "255"};
    private static final int[] ETHER_TYPES = {0x0800, 0x86dd, 0x0806, 0x88cc, 0};
    private static final int[] V4_LENGTHS = {32, 8, 0, 31, 16};
    private static final int[] V6_LENGTHS = {128, 64, 0, 65, 127, 16};

    private final AccessAction action;
    private final AccessRuleBuilder builder;
    private final List<Question> questions = new ArrayList<>();

    DraftRule(List<Integer> choices) {
        action = ACTIONS.get(choices.getFirst() % 3);
        builder = new AccessRuleBuilder(action);
        macs(choices.get(1), choices.get(2));
        header(choices.get(3), choices.get(4));
        addresses(choices.get(5), choices.get(6), choices.get(7));
        if (choices.get(8) > 0) {
            FragmentPart part = DraftPacket.PARTS.get(choices.get(8) % 3);
            builder.fragment(part);
            questions.add(packet -> ofIp(packet, packet.fragment() == part));
        }
        transport(choices.get(9), choices.get(10), choices.get(11), choices.get(12), choices.get(13));
    }

    AccessRule rule() {
        return builder.build();
    }

    AccessAction action() {
        return action;
    }

    /** Whether it matches: what is open is yes for a rule that denies, and no for others. */
    boolean matches(DraftPacket packet) {
        boolean isOpen = false;
        for (Question question : questions) {
            Answer answer = question.ask(packet);
            if (answer == Answer.NO) {
                return false;
            }
            isOpen |= answer == Answer.OPEN;
        }
        return !isOpen || action == AccessAction.DENY;
    }

    private void macs(int source, int destination) {
        if (source > 0) {
            MacPattern pattern = MACS[source % MACS.length];
            builder.sourceMac(pattern.mac, pattern.mask);
            questions.add(packet -> Answer.of((packet.source() & pattern.mask) == pattern.mac));
        }
        if (destination > 0) {
            MacPattern pattern = MACS[destination % MACS.length];
            builder.destinationMac(pattern.mac, pattern.mask);
            questions.add(packet -> Answer.of((packet.destination() & pattern.mask) == pattern.mac));
        }
    }

    private void header(int vlan, int pcp) {
        if (vlan > 0) {
            NumberSet vids = NumberSet.parse(SETS[vlan % SETS.length]);
            builder.vlan(vids);
            questions.add(packet -> Answer.of(vids.contains(packet.vid())));
        }
        if (pcp > 0) {
            NumberSet priorities = NumberSet.parse(PRIORITIES[pcp % PRIORITIES.length]);
            builder.pcp(priorities);
            questions.add(packet -> Answer.of(priorities.contains(packet.pcp())));
        }
    }

    private void addresses(int etherType, int source, int destination) {
        boolean isV6 = (source + destination) % 2 == 1;
        if (etherType > 0 && source == 0 && destination == 0) {
            int type = ETHER_TYPES[etherType % ETHER_TYPES.length];
            builder.etherType(NumberSet.of(type));
            questions.add(packet -> packet.etherType() < 0 ? Answer.OPEN : Answer.of(packet.etherType() == type));
        }
        if (source > 0) {
            builder.source(address(isV6, source, true));
        }
        if (destination > 0) {
            builder.destination(address(isV6, destination, false));
        }
    }

    private AddressPrefix address(boolean isV6, int choice, boolean isSource) {
        String[] known = isV6 ? DraftPacket.V6 : DraftPacket.V4;
        int[] lengths = isV6 ? V6_LENGTHS : V4_LENGTHS;
        byte[] wanted = DraftPacket.hex(known[choice % known.length]);
        int length = lengths[(choice / 7) % lengths.length];
        questions.add(packet -> {
            if (packet.kind() == DraftPacket.Kind.BROKEN_TAG
                    || (packet.kind() == DraftPacket.Kind.BROKEN_IPV4 && !isV6)) {
                return Answer.OPEN;
            }
            if (!packet.isIp() || packet.isV6() != isV6) {
                return Answer.NO;
            }
            byte[] found = DraftPacket.hex(known[isSource ? packet.from() : packet.to()]);
            return Answer.of(haveInCommon(wanted, found, length));
        });
        return AddressPrefix.around(IpAddress.of(wanted), length);
    }

    private static boolean haveInCommon(byte[] one, byte[] other, int bits) {
        for (int bit = 0; bit < bits; bit++) {
            if (((one[bit / 8] ^ other[bit / 8]) & (0x80 >>> (bit % 8))) != 0) {
                return false;
            }
        }
        return true;
    }

    private void transport(int protocol, int from, int to, int type, int code) {
        if (from > 0 || to > 0) {
            protocol(WITH_PORTS[protocol % WITH_PORTS.length]);
            if (from > 0) {
                NumberSet ports = NumberSet.parse(PORTS[from % PORTS.length]);
                builder.sourcePort(ports);
                questions.add(packet -> ofTransport(packet, DraftRule::hasPorts, ports, packet.sourcePort()));
            }
            if (to > 0) {
                NumberSet ports = NumberSet.parse(PORTS[to % PORTS.length]);
                builder.destinationPort(ports);
                questions.add(packet -> ofTransport(packet, DraftRule::hasPorts, ports, packet.destinationPort()));
            }
        } else if (type > 0) {
            protocol(protocol % 2 == 0 ? "1" : "1,58");
            NumberSet types = NumberSet.parse(TYPES[type % TYPES.length]);
            builder.icmpType(types);
            questions.add(packet -> ofTransport(packet, DraftRule::hasTypes, types, packet.sourcePort() & 0xff));
            if (code > 0) {
                NumberSet codes = NumberSet.parse(TYPES[code % TYPES.length]);
                builder.icmpCode(codes);
                questions.add(
                        packet -> ofTransport(packet, DraftRule::hasTypes, codes, packet.destinationPort() & 0xff));
            }
        } else if (protocol > 0) {
            protocol(PROTOCOLS[protocol % PROTOCOLS.length]);
        }
    }

    private void protocol(String list) {
        NumberSet protocols = NumberSet.parse(list);
        builder.protocol(protocols);
        questions.add(packet -> packet.isV6() && packet.fragment() == FragmentPart.LATER
                ? Answer.OPEN
                : ofIp(packet, protocols.contains(packet.protocol())));
    }

    private static Answer ofIp(DraftPacket packet, boolean holds) {
        return switch (packet.kind()) {
            case IPV4, IPV6 -> Answer.of(holds);
            case ARP, LLDP -> Answer.NO;
            case BROKEN_IPV4, BROKEN_TAG -> Answer.OPEN;
        };
    }

    private static Answer ofTransport(DraftPacket packet, IntPredicate hasIt, NumberSet values, int value) {
        if (packet.isIp() && packet.fragment() == FragmentPart.LATER) {
            return Answer.OPEN;
        }
        if (packet.isIp() && hasIt.test(packet.protocol()) && !packet.showsPorts()) {
            return Answer.OPEN;
        }
        return ofIp(packet, hasIt.test(packet.protocol()) && values.contains(value));
    }

    private static boolean hasPorts(int protocol) {
        return Arrays.stream(new int[] {6, 17, 33, 132, 136}).anyMatch(known -> known == protocol);
    }

    private static boolean hasTypes(int protocol) {
        return protocol == 1 || protocol == 58;
    }

    @Override
    public String toString() {
        return rule().toString();
    }
}
