package io.isolane.core.table;

/** Is shown the stations of a table. */
@FunctionalInterface
public interface StationVisitor {
    void station(int fid, long mac, int port, boolean isStatic);
}
