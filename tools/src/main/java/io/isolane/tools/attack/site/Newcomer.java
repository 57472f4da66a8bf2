package io.isolane.tools.attack.site;

/** A station that appears beside the victim while the attack is on: it has done nothing that a switch could remember. */
public final class Newcomer {
    /** Its address. */
    public static final long MAC = 0x02_a7_00_00_01_00L;

    private Newcomer() {}
}
