package io.isolane.dataplane;

/** A switch, assembled from its configuration: memory, table, workers and ports. */
public final class VirtualSwitch {
    private VirtualSwitch() {}

    /** Moves what is waiting, once; returns the frames moved. */
    public int poll() {
        return 0;
    }
}
