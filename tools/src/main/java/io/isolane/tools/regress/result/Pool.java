package io.isolane.tools.regress.result;

import io.isolane.tools.regress.fork.Fork;
import io.isolane.tools.regress.fork.Reading;
import io.isolane.tools.regress.fork.Role;
import io.isolane.tools.regress.gate.Design;
import io.isolane.tools.regress.jmh.JmhSettings;
import io.isolane.tools.regress.machine.Fingerprint;
import io.isolane.tools.regress.metric.Metric;
import io.isolane.tools.regress.result.RunResult.Measured;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * Forks of one jar, one machine and one setting, in the order of time: what experiments can be drawn from. Immutable.
 *
 * @param header what they share
 * @param forks by the time they started
 */
public record Pool(Header header, List<Pooled> forks) {
    /** Names the kind of file. */
    public static final String SCHEMA = "isolane-regress-pool";

    /** What this program writes and reads. */
    public static final int VERSION = 1;

    public Pool {
        forks = List.copyOf(forks);
    }

    /**
     * What all forks share. Immutable.
     *
     * @param schema {@value Pool#SCHEMA}
     * @param version of the schema: {@value Pool#VERSION}
     * @param subject the jar, and the arguments of its JVMs
     * @param settings what JMH was told
     * @param design of the gate that ran them
     * @param machine what they ran on
     * @param metrics what each gave, in the order of their values
     */
    public record Header(
            String schema,
            int version,
            Measured subject,
            JmhSettings settings,
            Design design,
            Fingerprint machine,
            List<Metric> metrics) {
        public Header {
            metrics = List.copyOf(metrics);
        }
    }

    /**
     * A fork. Immutable.
     *
     * @param run when its run started, in UTC
     * @param started when it started itself, in UTC
     * @param seconds how long it took in all
     * @param values one for each metric of the header
     */
    public record Pooled(Instant run, Instant started, double seconds, List<Double> values) {
        public Pooled {
            values = List.copyOf(values);
        }
    }

    /**
     * The forks of a run that ran what its baseline did: all of a run of the same code, the baseline's where the candidate was another.
     *
     * @throws IllegalArgumentException if the run has no fork, or not each has the same metrics
     */
    public static Pool of(RunResult run) {
        Measured baseline = run.baseline();
        boolean isSameCode = baseline.sha256().equals(run.candidate().sha256())
                && baseline.jvmArguments().equals(run.candidate().jvmArguments());
        Predicate<Fork> isOfBaseline = fork -> isSameCode || fork.slot().role() == Role.BASELINE;
        List<Fork> forks = run.forks().stream().filter(isOfBaseline).toList();
        if (forks.isEmpty()) {
            throw new IllegalArgumentException("the run of " + run.started() + " has no fork");
        }
        List<Metric> metrics =
                forks.getFirst().readings().stream().map(Reading::metric).toList();
        Header header = new Header(SCHEMA, VERSION, baseline, run.settings(), run.design(), run.machine(), metrics);
        return new Pool(
                header,
                forks.stream().map(fork -> pooled(run.started(), fork, metrics)).toList());
    }

    private static Pooled pooled(Instant run, Fork fork, List<Metric> metrics) {
        if (!fork.readings().stream().map(Reading::metric).toList().equals(metrics)) {
            throw new IllegalArgumentException(
                    "the fork of " + fork.started() + " has other metrics than the first one");
        }
        return new Pooled(
                run,
                fork.started(),
                fork.seconds(),
                fork.readings().stream().map(Reading::value).toList());
    }
}
