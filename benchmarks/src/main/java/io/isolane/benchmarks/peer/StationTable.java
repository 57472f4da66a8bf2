package io.isolane.benchmarks.peer;

/** Which port a station was last heard on. */
interface StationTable {
    /** A group address, or one that nobody has sent from. */
    int UNKNOWN = -1;

    void learn(long station, int port);

    int find(long station);
}
