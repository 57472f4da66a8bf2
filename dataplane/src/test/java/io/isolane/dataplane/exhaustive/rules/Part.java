package io.isolane.dataplane.exhaustive.rules;

/** A port's part in the private VLAN, and the VLAN that its frames are in. */
public enum Part {
    PROMISCUOUS(10),
    ISOLATED(20),
    RED(30),
    BLUE(40);

    private final int vid;

    Part(int vid) {
        this.vid = vid;
    }

    /** The primary VLAN for a promiscuous port, a secondary one for the others. */
    public int vid() {
        return vid;
    }
}
