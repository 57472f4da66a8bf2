package io.isolane.tools.bench.trial;

import java.util.List;

/**
 * Frames that enter at one port, and where they belong. Frame <i>k</i> goes from {@code sources.at(k)} to {@code destinations.at(k)}. Immutable.
 *
 * @param from port that sends them, counted from 0
 * @param to ports where each of them should arrive, once: one for unicast, several for a broadcast, none for frames to be filtered
 * @param vid VLAN whose tag they carry when they are sent, or 0 for none
 * @param share of the trial's frames, relative to the shares of the other streams
 * @param defect what is wrong with them
 */
public record Stream(
        int from,
        List<Integer> to,
        AddressRange sources,
        AddressRange destinations,
        int vid,
        double share,
        Defect defect) {
    public Stream {
        to = List.copyOf(to);
    }

    /** Untagged frames with nothing wrong, as many of them as of each other stream. */
    public static Stream of(int from, List<Integer> to, AddressRange sources, AddressRange destinations) {
        return new Stream(from, to, sources, destinations, 0, 1, Defect.NONE);
    }

    /** As the other, for one port. */
    public static Stream of(int from, int to, AddressRange sources, AddressRange destinations) {
        return of(from, List.of(to), sources, destinations);
    }

    public Stream withShare(double other) {
        return new Stream(from, to, sources, destinations, vid, other, defect);
    }

    public Stream withVid(int other) {
        return new Stream(from, to, sources, destinations, other, share, defect);
    }

    public Stream withDefect(Defect other) {
        return new Stream(from, to, sources, destinations, vid, share, other);
    }
}
