package io.isolane.core.policy;

import java.util.Map;
import java.util.stream.IntStream;

/**
 * A primary VLAN and the secondary VLANs that carry its isolated and community ports over trunks.
 *
 * @param primary VID of frames from promiscuous ports
 * @param isolated VID of frames from isolated ports
 * @param communities VID of each community's frames, by the community's name
 */
public record PrivateVlan(int primary, int isolated, Map<String, Integer> communities) {
    /** @throws IllegalArgumentException if a VID names no VLAN or is used twice */
    public PrivateVlan {
        communities = Map.copyOf(communities);
        long distinct = vids(primary, isolated, communities)
                .map(VidSet::requireVlan)
                .distinct()
                .count();
        if (distinct != communities.size() + 2) {
            throw new IllegalArgumentException("a private VLAN needs a different VID for its primary VLAN (" + primary
                    + "), its isolated one (" + isolated + ") and each community " + communities);
        }
    }

    private static IntStream vids(int primary, int isolated, Map<String, Integer> communities) {
        return IntStream.concat(
                IntStream.of(primary, isolated), communities.values().stream().mapToInt(Integer::intValue));
    }
}
