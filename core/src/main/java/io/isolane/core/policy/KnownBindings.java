package io.isolane.core.policy;

import io.isolane.core.frame.IpAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bindings of the configuration, with the VLANs they are in settled. One compilation each; confined to its thread. */
final class KnownBindings {
    /** An address is one station's in each VLAN. */
    private record Place(int fid, IpAddress address) {}

    private final Map<Place, StaticBinding> known = new LinkedHashMap<>();

    /** Sees that a port is in the VLANs of its bindings. */
    static void requireThere(Member member) {
        for (Binding binding : member.profile().guards().addresses().bindings()) {
            if (binding.vid().isPresent()
                    && member.entryVids().noneMatch(vid -> vid == binding.vid().getAsInt())) {
                throw BindingRules.notThere(member.profile(), binding);
            }
        }
    }

    /** Adds the bindings of a port in one of its VLANs. */
    void add(Member member, int vid, int fid) {
        for (Binding binding : member.profile().guards().addresses().bindings()) {
            if (binding.vid().isEmpty() || binding.vid().getAsInt() == vid) {
                add(member, binding, fid);
            }
        }
    }

    List<StaticBinding> all() {
        return List.copyOf(known.values());
    }

    private void add(Member member, Binding binding, int fid) {
        StaticBinding added = new StaticBinding(fid, binding.address(), binding.mac(), member.index());
        StaticBinding before = known.putIfAbsent(new Place(fid, binding.address()), added);
        if (before != null && !before.equals(added)) {
            throw InvalidPolicyException.ofPort(
                    member.profile(),
                    "bindings",
                    binding.address()
                            + " is bound to another port or station of its VLAN already: bind it once in each");
        }
    }
}
