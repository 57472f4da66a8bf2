package io.isolane.tools.regress.stored;

/** A percentile that is compared where a fork has enough samples: ten beyond it. */
enum Percentile {
    P50("p50", 0.5, 20),
    P99("p99", 0.99, 1_000),
    P999("p99.9", 0.999, 10_000);

    private final String label;
    private final double share;
    private final int fewest;

    Percentile(String label, double share, int fewest) {
        this.label = label;
        this.share = share;
        this.fewest = fewest;
    }

    String label() {
        return label;
    }

    double share() {
        return share;
    }

    int fewest() {
        return fewest;
    }
}
