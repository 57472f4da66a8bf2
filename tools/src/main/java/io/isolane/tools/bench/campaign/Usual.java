package io.isolane.tools.bench.campaign;

import io.isolane.core.policy.IsolationMode;
import java.util.List;

/**
 * What a suite tests unless it is told otherwise. Immutable.
 *
 * @param modes of the switch in memory
 * @param addresses stations in all
 * @param lengths of frames; empty for those of the profile
 */
record Usual(List<IsolationMode> modes, List<Integer> addresses, List<Integer> lengths) {
    /** All modes, one number of addresses. */
    static final Usual SUITE = new Usual(List.of(IsolationMode.values()), List.of(256), List.of());

    /** One mode, where two minutes are not enough for the tests of all. */
    static final Usual ONE_MODE = new Usual(List.of(IsolationMode.LEARNING), List.of(256), List.of());

    /** All modes, numbers of addresses that grow by 16. */
    static final Usual SCALE =
            new Usual(List.of(IsolationMode.values()), List.of(256, 4096, 65_536, 1_048_576), List.of(64));

    /** The same for one mode. */
    static final Usual QUICK_SCALE = new Usual(List.of(IsolationMode.LEARNING), SCALE.addresses, SCALE.lengths);

    /** One device, since each takes the whole time. */
    static final Usual SOAK = new Usual(List.of(IsolationMode.LEARNING), List.of(256), List.of(64));
}
