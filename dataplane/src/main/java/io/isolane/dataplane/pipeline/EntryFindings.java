package io.isolane.dataplane.pipeline;

import static io.isolane.dataplane.pipeline.Finding.Stage.ADMISSION;
import static io.isolane.dataplane.pipeline.Finding.Stage.LEARNING;
import static io.isolane.dataplane.pipeline.Finding.Stage.LOOKUP;

import io.isolane.core.frame.MacAddress;
import io.isolane.core.frame.TagControl;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.policy.ForwardingState;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.StaticStation;
import io.isolane.core.table.MacTable;
import io.isolane.core.table.Tenure;
import java.util.List;

/** Words for what admission, learning and lookup have made of a frame, read off the batch of one that each leaves behind. */
final class EntryFindings {
    private final ForwardingState state;
    private final List<String> names;

    EntryFindings(ForwardingState state, List<String> names) {
        this.state = state;
        this.names = names;
    }

    /**
     * A frame that was not dropped at the entrance.
     *
     * @param sentTci of the tag it came with, if it came with one
     * @param isPopped whether that tag was taken out
     */
    Finding admitted(Batch batch, int sentTci, boolean isPopped) {
        int vid = state.vlan(batch.vlans[0]).vid();
        String decision = switch (batch.port.portClass()) {
            case TRANSPARENT -> "admitted";
            case TUNNEL -> "admitted to service VLAN " + vid;
            case ACCESS, TRUNK -> "admitted to VLAN " + vid;
        };
        String reason = switch (batch.port.portClass()) {
            case TRANSPARENT -> "no port of the network has a VLAN, so tags are payload";
            case TUNNEL -> "the port is a tunnel, and whatever it receives is payload";
            case ACCESS, TRUNK -> isPopped ? tagTakenOut(vid, sentTci) : "no tag names a VLAN, so the port's own";
        };
        String behind = Descriptor.hasInnerTag(batch.frames[0]) ? "; the tag that comes next is payload" : "";
        return Finding.of(ADMISSION, decision, reason + behind);
    }

    /**
     * A frame whose source may be one.
     *
     * @param before the port on which the source was known before the stage
     * @param after the port on which it is known now
     */
    Finding learnt(Batch batch, int before, int after) {
        String here = names.get(batch.ingress);
        String station = MacAddress.format(MacTable.mac(batch.sources[0]));
        return switch (batch.port.sourceRule()) {
            case IGNORE ->
                Finding.of(LEARNING, "nothing learnt", "sources of " + here + " are neither learnt nor checked");
            case REQUIRE_OWN -> Finding.of(LEARNING, "accepted", station + " is an address of " + here);
            case ADOPT, ADOPT_OR_FORGE -> sentFrom(batch, station, before, after);
            case LEARN, LEARN_UNADOPTED -> heard(batch, station, before, after);
        };
    }

    /** Any frame that comes as far as the table. */
    Finding found(Batch batch) {
        int port = batch.egress[0];
        String station = MacAddress.format(MacTable.mac(batch.destinations[0]));
        return switch (port) {
            case Batch.GROUP -> Finding.of(LOOKUP, "group", station + " is a group address");
            case MacTable.UNKNOWN -> Finding.of(LOOKUP, "unknown", station + " is known on no port");
            default ->
                Finding.of(
                        LOOKUP,
                        "known on " + names.get(port),
                        station
                                + (isStatic(batch.destinations[0], port)
                                        ? " is configured there"
                                        : " was learnt there"));
        };
    }

    private Finding sentFrom(Batch batch, String station, int before, int after) {
        String here = names.get(batch.ingress);
        if (before == batch.ingress) {
            return Finding.of(LEARNING, "accepted", station + " is the address of " + here);
        }
        return after == batch.ingress
                ? Finding.of(LEARNING, "adopted", station + " is no other guest's, and " + here + " may take it")
                : Finding.of(LEARNING, "accepted", station + " is not an address of " + here + ", which may forge");
    }

    private Finding heard(Batch batch, String station, int before, int after) {
        String here = names.get(batch.ingress);
        if (before == batch.ingress) {
            return isStatic(batch.sources[0], before)
                    ? Finding.of(LEARNING, "known", station + " is configured on " + here)
                    : Finding.of(LEARNING, "refreshed", station + " was known on " + here + " already");
        }
        if (after == batch.ingress) {
            return before == MacTable.UNKNOWN
                    ? Finding.of(LEARNING, "learnt", station + " is on " + here + " from now on" + tenure(batch))
                    : Finding.of(
                            LEARNING,
                            "moved from " + names.get(before),
                            station + " is on " + here + " from now on, and the move is counted");
        }
        return Finding.of(LEARNING, "not learnt", refusal(batch, station, before));
    }

    private static String tenure(Batch batch) {
        return switch (batch.port.stations().tenure()) {
            case AGEING -> "";
            case KEPT -> ", and stays known while the port is up, if it is not heard elsewhere";
            case STICKY -> ", and sticks there while the port is up";
        };
    }

    private String refusal(Batch batch, String station, int before) {
        if (before != MacTable.UNKNOWN) {
            boolean isConfigured = isStatic(batch.sources[0], before);
            String there =
                    isConfigured ? " is configured on " : isSticky(before) ? " is sticky on " : " is the guest's on ";
            return station + there + names.get(before) + " and stays there";
        }
        int limit = batch.port.stationLimit();
        return limit == PortProfile.UNLIMITED
                ? "the table is full of other ports' stations"
                : names.get(batch.ingress) + " has the stations it may have (" + limit + "), or the table is full";
    }

    private boolean isSticky(int port) {
        return state.port(port).stations().tenure() == Tenure.STICKY;
    }

    private static String tagTakenOut(int vid, int tci) {
        String tag = TagControl.vid(tci) == TagControl.PRIORITY_VID
                ? "its tag names no VLAN, so the port's own"
                : "its tag names VLAN " + vid;
        return tag + "; the tag is taken out, and PCP " + TagControl.pcp(tci) + (TagControl.dei(tci) ? " and DEI" : "")
                + " kept beside the frame";
    }

    private boolean isStatic(long key, int port) {
        return state.stations().contains(new StaticStation((int) (key >>> 48), MacTable.mac(key), port));
    }
}
