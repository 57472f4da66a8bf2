package io.isolane.dataplane.exhaustive.rules;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a port takes part in VLANs.
 *
 * @param vid of an access or tunnel port; the native VLAN of a trunk, 0 if it has none
 * @param allowed what a trunk carries beside its native VLAN; empty for every VLAN there is
 * @param nativeTagged whether the native VLAN leaves with its tag
 * @param kind of the tags that name VLANs here
 */
public record Wiring(Type type, int vid, Set<Integer> allowed, boolean nativeTagged, int kind) {
    /** The port types. */
    public enum Type {
        NONE,
        ACCESS,
        TRUNK,
        TUNNEL
    }

    public static final Wiring NONE = new Wiring(Type.NONE, 0, Set.of(), false, TagStack.CUSTOMER);
    static final Wiring TRUNK_OF_ALL = new Wiring(Type.TRUNK, 1, Set.of(), false, TagStack.CUSTOMER);

    public static Wiring access(int vid) {
        return new Wiring(Type.ACCESS, vid, Set.of(), false, TagStack.CUSTOMER);
    }

    public static Wiring tunnel(int vid) {
        return new Wiring(Type.TUNNEL, vid, Set.of(), false, TagStack.CUSTOMER);
    }

    /** A trunk without a native VLAN. */
    public static Wiring trunk(int kind, Integer... vids) {
        return new Wiring(Type.TRUNK, 0, Arrays.stream(vids).collect(Collectors.toUnmodifiableSet()), false, kind);
    }

    public Wiring withNative(int nativeVid, boolean tagged) {
        return new Wiring(type, nativeVid, allowed, tagged, kind);
    }

    private boolean isTrunkOfAll() {
        return type == Type.TRUNK && allowed.isEmpty();
    }

    /** Customer and service VLANs of one number are two. */
    boolean isService() {
        return type == Type.TUNNEL || kind != TagStack.CUSTOMER;
    }

    boolean carries(int candidate) {
        return switch (type) {
            case NONE -> true;
            case ACCESS, TUNNEL -> candidate == vid;
            case TRUNK -> candidate == vid || isTrunkOfAll() || allowed.contains(candidate);
        };
    }
}
