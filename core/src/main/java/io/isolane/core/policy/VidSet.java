package io.isolane.core.policy;

import io.isolane.core.frame.TagControl;
import java.util.BitSet;
import java.util.Collection;
import java.util.stream.IntStream;

/** A set of VLAN identifiers from 1 to 4094. Immutable. */
public final class VidSet {
    /** Every VLAN there is. */
    public static final VidSet ALL = new VidSet(range(1, TagControl.RESERVED_VID - 1));

    private final BitSet vids;

    private VidSet(BitSet vids) {
        this.vids = vids;
    }

    /**
     * The VLANs with these identifiers.
     *
     * @throws IllegalArgumentException for one that is not from 1 to 4094
     */
    public static VidSet of(int... vids) {
        BitSet set = new BitSet();
        IntStream.of(vids).forEach(vid -> set.set(requireVlan(vid)));
        return new VidSet(set);
    }

    public static VidSet of(Collection<Integer> vids) {
        return of(vids.stream().mapToInt(Integer::intValue).toArray());
    }

    /**
     * A list such as {@code 10,20,30-39}, or {@code all}.
     *
     * @throws IllegalArgumentException that names the part that is neither a VLAN nor a range of them
     */
    public static VidSet parse(String list) {
        if (list.trim().equals("all")) {
            return ALL;
        }
        BitSet set = new BitSet();
        for (String part : list.split(",", -1)) {
            String[] ends = part.trim().split("-", 2);
            int first = parseVlan(ends[0], list);
            int last = parseVlan(ends[ends.length - 1], list);
            if (last < first) {
                throw new IllegalArgumentException("the range '" + part.trim() + "' in '" + list + "' runs backwards");
            }
            set.or(range(first, last));
        }
        return new VidSet(set);
    }

    public boolean contains(int vid) {
        return vids.get(vid);
    }

    public IntStream stream() {
        return vids.stream();
    }

    /**
     * Returns {@code vid}.
     *
     * @throws IllegalArgumentException if it cannot name a VLAN
     */
    public static int requireVlan(int vid) {
        if (!TagControl.isVlan(vid)) {
            throw new IllegalArgumentException("VID " + vid + " names no VLAN: use 1 to 4094");
        }
        return vid;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VidSet set && vids.equals(set.vids);
    }

    @Override
    public int hashCode() {
        return vids.hashCode();
    }

    @Override
    public String toString() {
        return equals(ALL) ? "all" : vids.toString();
    }

    private static BitSet range(int first, int last) {
        BitSet set = new BitSet();
        set.set(first, last + 1);
        return set;
    }

    private static int parseVlan(String text, String list) {
        try {
            return requireVlan(Integer.parseInt(text.trim()));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "'" + text.trim() + "' in '" + list + "' is not a VLAN: write a list as in 10,20,30-39",
                    notANumber);
        }
    }
}
