package io.isolane.core.table;

/**
 * A station that was heard where it was not before, or may not be. Immutable.
 *
 * @param from the port it was known on, {@link MacTable#UNKNOWN} if on none
 * @param to the port it was heard on
 * @param age milliseconds since
 * @param count how many such there have been in all
 */
public record Sighting(int fid, long mac, int from, int to, long age, long count) {}
