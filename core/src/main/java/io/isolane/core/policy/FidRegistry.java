package io.isolane.core.policy;

import java.util.HashMap;
import java.util.Map;

/**
 * Gives each VLAN of each virtual network its filtering identifier (FID), the same one again whenever the configuration is
 * compiled, and never one that another VLAN had: what the MAC table knows stays true. Confined to whoever compiles.
 */
public final class FidRegistry {
    private static final int LIMIT = 1 << 16;

    private final Map<String, Integer> fids = new HashMap<>();

    /** A registry that has given nothing yet. */
    public FidRegistry() {}

    int fidOf(String vlan) {
        return fids.computeIfAbsent(vlan, unseen -> next());
    }

    private int next() {
        if (fids.size() == LIMIT) {
            throw new IllegalStateException("this switch has had " + LIMIT + " VLANs since it started: start it anew");
        }
        return fids.size();
    }
}
