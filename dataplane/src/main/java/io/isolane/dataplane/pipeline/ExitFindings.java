package io.isolane.dataplane.pipeline;

import static io.isolane.dataplane.pipeline.Finding.Stage.DELIVERY;
import static io.isolane.dataplane.pipeline.Finding.Stage.REACH;

import io.isolane.core.frame.MacAddress;
import io.isolane.core.frame.TagControl;
import io.isolane.core.policy.ForwardingState;
import io.isolane.core.table.MacTable;
import io.isolane.dataplane.pipeline.Explanation.Departure;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Words for where a frame left and where it did not, read off its batch as delivery found it and off what the ports recorded. */
final class ExitFindings {
    private final ForwardingState state;
    private final List<String> names;
    private final int ingress;
    private final int vlan;
    private final int row;
    private final int egress;
    private final long destination;

    ExitFindings(Batch batch, List<String> names) {
        this.state = batch.state;
        this.names = names;
        this.ingress = batch.ingress;
        this.vlan = batch.vlans[0];
        this.row = state.row(vlan, ingress);
        this.egress = batch.egress[0];
        this.destination = MacTable.mac(batch.destinations[0]);
    }

    Finding reach() {
        String ports = IntStream.range(0, names.size())
                .filter(port -> state.contains(row, port))
                .mapToObj(names::get)
                .collect(Collectors.joining(", "));
        int vid = state.vlan(vlan).vid();
        return Finding.of(
                REACH,
                ports.isEmpty() ? "no port" : ports,
                "where frames from " + names.get(ingress) + (vid == 0 ? "" : " in VLAN " + vid) + " may ever leave");
    }

    /** @param lists what the port's access lists say; empty where it has none */
    Finding sent(int port, Departure departure, String lists) {
        String tag = departure.tag().isPresent() ? "with tag " + tag(departure.tag()) : "without a tag";
        return new Finding(
                DELIVERY,
                names.get(port),
                "sent " + tag + ", " + departure.length() + " bytes",
                whySent(port) + whyTagged(port, departure.tag()) + (lists.isEmpty() ? "" : "; permitted " + lists));
    }

    Finding notSent(int port) {
        return new Finding(DELIVERY, names.get(port), "not sent", whyNotSent(port));
    }

    private String whySent(int port) {
        if (!state.contains(row, port)) {
            return "a mirror copies it there";
        }
        if (egress == port) {
            return "its destination is there";
        }
        if (egress == Batch.GROUP) {
            return MacAddress.isLinkLocal(destination)
                    ? "link-local frames may leave there"
                    : kind() + " are flooded there";
        }
        return egress == MacTable.UNKNOWN && state.contains(state.unknown(row), port)
                ? "frames to unknown destinations are flooded there"
                : "the port hears all that its reach allows";
    }

    private String whyNotSent(int port) {
        if (port == ingress) {
            return "it came from there";
        }
        if (!state.contains(row, port)) {
            return "outside the reach";
        }
        return switch (egress) {
            case Batch.GROUP ->
                MacAddress.isLinkLocal(destination)
                        ? "link-local frames may not leave there"
                        : kind() + " are not flooded there";
            case MacTable.UNKNOWN -> "frames to unknown destinations are not flooded there";
            default -> "its destination is on " + names.get(egress);
        };
    }

    private String kind() {
        return destination == MacAddress.BROADCAST ? "broadcasts" : "multicasts";
    }

    private String whyTagged(int port, OptionalInt tag) {
        if (tag.isEmpty() || state.tagBit(row, port) == 1 || !state.contains(row, port)) {
            return "";
        }
        return TagControl.vid(tag.getAsInt()) == TagControl.PRIORITY_VID
                ? "; the tag carries its priority"
                : "; the tag keeps the one behind from naming a VLAN";
    }

    private static String tag(OptionalInt tag) {
        int bits = tag.orElseThrow();
        return String.format(
                Locale.ROOT,
                "0x%04x 0x%04x (VID %d, PCP %d)",
                bits >>> 16,
                bits & 0xffff,
                TagControl.vid(bits),
                TagControl.pcp(bits & 0xffff));
    }
}
