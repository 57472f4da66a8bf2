package io.isolane.tools.stack;

import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.EthernetHeader;
import io.isolane.core.frame.EthernetLayout;
import io.isolane.core.frame.MacAddress;

/** Hands a frame that is for the stack to the protocol it carries, and addresses the answer to whoever sent it. */
final class EthernetResponder {
    private final long mac;
    private final ArpResponder arp;
    private final Ipv4Responder ipv4;

    EthernetResponder(StackAddress own) {
        this.mac = own.mac();
        this.arp = new ArpResponder(own);
        this.ipv4 = new Ipv4Responder(own);
    }

    Outcome turn(long frame, int length) {
        if (length < EthernetLayout.HEADER_LENGTH) {
            return Outcome.TRUNCATED;
        }
        long destination = EthernetHeader.destination(frame);
        if (destination != mac && destination != MacAddress.BROADCAST) {
            return Outcome.NOT_FOR_US;
        }
        long packet = frame + EthernetLayout.HEADER_LENGTH;
        int packetLength = length - EthernetLayout.HEADER_LENGTH;
        int type = EthernetHeader.etherType(frame);
        Outcome outcome = switch (type) {
            case EtherType.ARP -> arp.turn(packet, packetLength);
            case EtherType.IPV4 -> destination == mac ? ipv4.turn(packet, packetLength) : Outcome.NOT_FOR_US;
            default -> Outcome.UNSUPPORTED;
        };
        if (outcome.isAnswer()) {
            EthernetHeader.write(frame, EthernetHeader.source(frame), mac, type);
        }
        return outcome;
    }
}
