package io.isolane.benchmarks.reference;

import java.util.List;

/** How gcc optimises the C reference. */
public enum Build {
    /** For this processor, as the JVM's compiler does. */
    NATIVE("-O3 -march=native"),
    /** As distributions build their packages. */
    PLAIN("-O2");

    private final String options;

    Build(String options) {
        this.options = options;
    }

    List<String> options() {
        return List.of(options.split(" ", -1));
    }
}
