package io.isolane.tools.bench.page;

import io.isolane.tools.bench.results.Entry;

/**
 * What results must share to be in one picture: all but device and frames. Immutable.
 *
 * @param test suite and test
 * @param addresses stations in all
 * @param vlans VLANs in use
 */
record Scene(String test, int addresses, int vlans) {
    static Scene of(Entry.Result result) {
        return new Scene(result.test(), result.addresses(), result.vlans());
    }

    static Scene of(Entry.Trial trial) {
        return new Scene(trial.test(), trial.addresses(), trial.vlans());
    }

    /** The conditions in words. */
    String text() {
        return test + ", " + Words.count(addresses, "address") + ", " + Words.count(vlans, "VLAN");
    }
}
