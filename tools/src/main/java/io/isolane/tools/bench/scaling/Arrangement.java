package io.isolane.tools.bench.scaling;

/** Who has the four ports, and who talks to whom. With two workers port 0 and 2 are the first one's. */
enum Arrangement {
    /** One worker has all ports. */
    ALONE(1, 1),
    /** Two workers, and no frame leaves on the other's ports. */
    STAYING(2, 2),
    /** Two workers, and each frame leaves on the other's ports. */
    CROSSING(2, 1),
    /** The same, but only the first worker's ports send, so that each side's work can be told apart. */
    ONE_WAY(2, 1);

    private final int workers;
    private final int distance;

    Arrangement(int workers, int distance) {
        this.workers = workers;
        this.distance = distance;
    }

    int workers() {
        return workers;
    }

    /** The port that a port's frames are for. */
    int partner(int port) {
        return port ^ distance;
    }

    boolean sends(int port) {
        return this != ONE_WAY || port % 2 == 0;
    }
}
