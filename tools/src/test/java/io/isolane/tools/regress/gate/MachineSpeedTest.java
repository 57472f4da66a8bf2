package io.isolane.tools.regress.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.tools.regress.fork.Fork;
import io.isolane.tools.regress.fork.Reading;
import io.isolane.tools.regress.fork.Role;
import io.isolane.tools.regress.fork.Slot;
import io.isolane.tools.regress.machine.RulerReading;
import io.isolane.tools.regress.metric.Metric;
import io.isolane.tools.regress.verdict.Judge;
import io.isolane.tools.regress.verdict.Judgement;
import io.isolane.tools.regress.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

final class MachineSpeedTest {
    private static final Metric RATE = Metric.of("a.B.rate", Map.of(), Metric.SCORE, "ops/us");
    private static final Metric BYTES = Metric.of("a.B.rate", Map.of(), "gc.alloc.rate.norm", "B/op");
    private static final Judge JUDGE = new Judge(0.03, 0.95);
    private static final List<Slot> SLOTS = new Schedule(5).next(16);

    @Test
    void shouldTakeBackACallThatTheMachineExplains() {
        MachineSpeed speed = speed(slot -> slot.role() == Role.CANDIDATE ? 1.2 : 1);

        Judgement weighed = speed.weigh(judgement(RATE, 0.93));

        assertThat(weighed.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(weighed.reason()).startsWith("slower, but so was the machine when the candidate ran, computation ");
        assertThat(speed.remarks())
                .anyMatch(remark -> remark.startsWith("The machine was not the same for both sides"));
    }

    @Test
    void shouldLetACallStandThatIsLargerThanTheMachineExplains() {
        MachineSpeed speed = speed(slot -> slot.role() == Role.CANDIDATE ? 1.2 : 1);

        assertThat(speed.weigh(judgement(RATE, 0.7)).verdict()).isEqualTo(Verdict.SLOWER);
    }

    @Test
    void shouldLetACallStandIfTheMachineMovedTheOtherWay() {
        MachineSpeed speed = speed(slot -> slot.role() == Role.CANDIDATE ? 0.8 : 1);

        assertThat(speed.weigh(judgement(RATE, 0.93)).verdict()).isEqualTo(Verdict.SLOWER);
    }

    @Test
    void shouldNotExplainBytesByTheMachinesSpeed() {
        MachineSpeed speed = speed(slot -> slot.role() == Role.CANDIDATE ? 1.2 : 1);

        assertThat(speed.weigh(judgement(BYTES, 1.07)).verdict()).isEqualTo(Verdict.SLOWER);
    }

    @Test
    void shouldOnlySayThatTheMachineGotSlowerDuringTheRun() {
        MachineSpeed speed = speed(slot -> 1 + slot.place() / 100.0);

        assertThat(speed.weigh(judgement(RATE, 0.93)).verdict()).isEqualTo(Verdict.SLOWER);
        assertThat(speed.remarks())
                .first()
                .asString()
                .startsWith("The machine's speed changed during the run: of the ruler's computation readings");
    }

    @Test
    void shouldSaySilentlyNothingOfASteadyMachine() {
        assertThat(speed(slot -> 1).remarks()).isEmpty();
        assertThat(new MachineSpeed(List.of(), List.of(), 0.03).remarks()).isEmpty();
    }

    private static MachineSpeed speed(ToDoubleFunction<Slot> nanos) {
        Random random = new Random(1);
        List<RulerReading> readings = new ArrayList<>();
        for (Slot slot : SLOTS) {
            double noise = 1 + 0.001 * random.nextGaussian();
            readings.add(new RulerReading(
                    slot.place(), (long) (1e6 * nanos.applyAsDouble(slot) * noise), (long) (5e6 * noise)));
        }
        readings.add(new RulerReading(SLOTS.size(), 1_000_000, 5_000_000));
        return new MachineSpeed(readings, forks(RATE, 1), 0.03);
    }

    private static Judgement judgement(Metric metric, double candidate) {
        Judgement judgement =
                JUDGE.judge(Pairs.contests(forks(metric, candidate))).getFirst();
        assertThat(judgement.verdict()).isEqualTo(Verdict.SLOWER);
        return judgement;
    }

    private static List<Fork> forks(Metric metric, double candidate) {
        Random random = new Random(2);
        return SLOTS.stream()
                .map(slot -> {
                    double value = 100 * (1 + 0.001 * random.nextGaussian());
                    double measured = slot.role() == Role.CANDIDATE ? candidate * value : value;
                    return new Fork(slot, Instant.EPOCH, 2, List.of(new Reading(metric, measured, List.of())));
                })
                .toList();
    }
}
