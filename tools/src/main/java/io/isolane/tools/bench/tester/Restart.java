package io.isolane.tools.bench.tester;

/** Something that takes the device away for a while, and happens beside the tester. Both methods are called by the tester's thread and do not wait. */
public interface Restart {
    /** Begins. */
    void begin();

    /** True when it is over, as far as can be known without sending a frame; asked in every turn. */
    boolean isOver();
}
