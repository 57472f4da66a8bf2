package io.isolane.tools.regress.result;

import io.isolane.tools.regress.fork.Fork;
import io.isolane.tools.regress.gate.Design;
import io.isolane.tools.regress.jmh.JmhSettings;
import io.isolane.tools.regress.machine.Fingerprint;
import io.isolane.tools.regress.machine.RulerReading;
import io.isolane.tools.regress.verdict.Comparison;
import java.time.Instant;
import java.util.List;

/**
 * A run of the gate, finished or interrupted. Immutable.
 *
 * @param schema {@value #SCHEMA}
 * @param version of the schema: {@value #VERSION}
 * @param isolane version and commit of the program that ran the gate
 * @param started when, in UTC
 * @param isFinished false if it was interrupted: then the forks that ended before are here
 * @param seed of the coins that ordered the pairs
 * @param design how it decided
 * @param settings what JMH was told
 * @param baseline what was before
 * @param candidate what is new
 * @param machine what it ran on, with the candidate's JVM
 * @param ruler how fast the machine was meanwhile
 * @param rounds what each round was for, in order
 * @param forks every fork that ended, in the order they ran
 * @param comparison what is said
 */
public record RunResult(
        String schema,
        int version,
        String isolane,
        Instant started,
        boolean isFinished,
        long seed,
        Design design,
        JmhSettings settings,
        Measured baseline,
        Measured candidate,
        Fingerprint machine,
        List<RulerReading> ruler,
        List<String> rounds,
        List<Fork> forks,
        Comparison comparison) {
    /** Names the kind of file. */
    public static final String SCHEMA = "isolane-regress-run";

    /** What this program writes and reads. */
    public static final int VERSION = 1;

    public RunResult {
        ruler = List.copyOf(ruler);
        rounds = List.copyOf(rounds);
        forks = List.copyOf(forks);
    }

    /**
     * A side's jar. Immutable.
     *
     * @param name what the user called it, with its commit
     * @param sha256 of the jar
     * @param jvmArguments of its JVMs
     */
    public record Measured(String name, String sha256, List<String> jvmArguments) {
        public Measured {
            jvmArguments = List.copyOf(jvmArguments);
        }
    }
}
