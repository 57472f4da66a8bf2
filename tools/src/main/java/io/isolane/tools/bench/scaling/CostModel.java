package io.isolane.tools.bench.scaling;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.isolane.tools.bench.host.HostPort;
import io.isolane.tools.bench.report.Median;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a frame costs, and what that would come to with more workers. A model: it was measured with two.
 *
 * <p>A frame that stays with its worker costs {@code stayingNanos}; one that crosses costs both workers together {@code handOverNanos} more. All of
 * that is taken for the traffic of cache lines: one for the frame's header, a quarter for its 16 bytes in a ring, and three for each time a
 * ring is written and read (its head, its tail, and the slot of the one that waits). A burst of 64 frames that all go to one worker pays the three once; spread over
 * n - 1 workers each gets 64 / (n - 1) of them, and the three lines are shared by fewer.
 *
 * @param stayingNanos of one worker alone
 * @param handOverNanos of both workers together, measured with bursts of 64 to one worker
 * @param entryNanos of a crossing frame, at the worker where it enters
 * @param exitNanos of a crossing frame, at the worker where it leaves
 */
record CostModel(double stayingNanos, double handOverNanos, double entryNanos, double exitNanos) {
    private static final double LINES_PER_FRAME = 1.25;
    private static final double LINES_PER_BATCH = 3;
    private static final int WORKERS = 2;

    /** The medians of some turns. */
    static CostModel of(List<Turn> turns) {
        return new CostModel(
                median(turns, turn -> 1e9 / turn.alone().framesPerSecond()),
                median(
                        turns,
                        turn -> Math.max(
                                0,
                                WORKERS * 1e9 / turn.crossing().framesPerSecond()
                                        - WORKERS * 1e9 / turn.staying().framesPerSecond())),
                median(turns, turn -> turn.oneWay().firstNanosPerFrame()),
                median(turns, turn -> turn.oneWay().lastNanosPerFrame()));
    }

    /**
     * What so many cores would forward.
     *
     * @param cores each with a worker of its own
     * @param stayingPerSecond if no frame crosses
     * @param mixedPerSecond if each frame is as likely for one worker's ports as for another's
     * @param handOverNanos what the model takes for a crossing frame then
     */
    record Prediction(int cores, double stayingPerSecond, double mixedPerSecond, double handOverNanos) {}

    /** For 2, 8, 32 and 128 cores. */
    @JsonProperty
    List<Prediction> predictions() {
        return List.of(predict(2), predict(8), predict(32), predict(128));
    }

    Prediction predict(int cores) {
        double crossing = (double) (cores - 1) / cores;
        double handOver = handOverNanos * lines(cores - 1) / lines(1);
        return new Prediction(
                cores, cores * 1e9 / stayingNanos, cores * 1e9 / (stayingNanos + crossing * handOver), handOver);
    }

    /** Cache lines that a frame of a burst moves that is spread over so many rings; fewer than one frame a ring there cannot be. */
    private static double lines(int rings) {
        double batch = Math.max(1, (double) HostPort.BURST / rings);
        return LINES_PER_FRAME + LINES_PER_BATCH / batch;
    }

    private static double median(List<Turn> turns, ToDoubleFunction<Turn> value) {
        return Median.of(turns.stream().mapToDouble(value).toArray());
    }
}
