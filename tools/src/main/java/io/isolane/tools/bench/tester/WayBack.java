package io.isolane.tools.bench.tester;

import io.isolane.tools.bench.trial.Stream;

/** How frames get back. */
@FunctionalInterface
public interface WayBack {
    /** The VID that frames from the only port that {@code stream} is for carry when they go back to where it comes from; 0 for no tag. */
    int vid(Stream stream);
}
