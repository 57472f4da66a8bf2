package io.isolane.benchmarks.reference;

import io.isolane.tools.bench.rig.Scenario;
import java.io.IOException;
import java.util.Optional;

/** Who is measured: Isolane or the same in C. */
public enum Contender {
    ISOLANE {
        @Override
        public Rig open(Scenario scenario) {
            return new IsolaneRig(scenario);
        }
    },
    /** {@code gcc -O3 -march=native}. */
    C {
        @Override
        public Rig open(Scenario scenario) throws IOException {
            return new CRig(Build.NATIVE, scenario);
        }
    },
    /** {@code gcc -O2}. */
    C_PLAIN {
        @Override
        public Rig open(Scenario scenario) throws IOException {
            return new CRig(Build.PLAIN, scenario);
        }
    };

    /**
     * A rig for a scenario in mode learning that has learnt all stations.
     *
     * @throws IOException if C cannot be built, with what the compiler said
     * @throws IllegalArgumentException if the C reference does not know the scenario's kind of ports
     */
    public abstract Rig open(Scenario scenario) throws IOException;

    /** What is missing to measure C here, and how to mend it; empty if nothing is. */
    public static Optional<String> missing() {
        return CCompiler.missing();
    }
}
