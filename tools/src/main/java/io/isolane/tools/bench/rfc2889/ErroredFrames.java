package io.isolane.tools.bench.rfc2889;

import io.isolane.tools.bench.results.Entry.Value;
import io.isolane.tools.bench.suite.BenchTest;
import io.isolane.tools.bench.suite.Conditions;
import io.isolane.tools.bench.suite.Journal;
import io.isolane.tools.bench.suite.Pattern;
import io.isolane.tools.bench.suite.Patterns;
import io.isolane.tools.bench.suite.Trials;
import io.isolane.tools.bench.trial.Defect;
import io.isolane.tools.bench.trial.Stream;
import io.isolane.tools.bench.trial.StreamResult;
import io.isolane.tools.bench.trial.TestBed;
import io.isolane.tools.bench.trial.TrialResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether damaged frames are kept from other ports (RFC 2889, 5.9), and do no harm to the good ones among which they are sent, one for one. A virtual link
 * carries no FCS, so the defects are those that can be told without. Stateless.
 */
final class ErroredFrames implements BenchTest {
    private static final Set<Defect> DEFECTS = EnumSet.complementOf(EnumSet.of(Defect.NONE));

    @Override
    public String name() {
        return Rfc2889.NAME + "/errored-frames";
    }

    @Override
    public Duration estimate(Conditions conditions) {
        return conditions.profile().around(conditions.profile().trial()).multipliedBy(DEFECTS.size());
    }

    @Override
    public void run(TestBed bed, Conditions conditions, Journal journal) throws InterruptedException {
        Pattern pattern = new Patterns(bed, conditions.addresses()).onePair();
        Trials trials = new Trials(name(), bed, conditions, journal);
        trials.remark(pattern.words());
        trials.remark("Frames on a virtual link have no FCS, so that none can be wrong.");
        journal.begin(name());
        List<Value> values = new ArrayList<>();
        for (Defect defect : pattern.isPossible() ? DEFECTS : Set.<Defect>of()) {
            send(defect, pattern.streams().getFirst(), trials, conditions).ifPresent(values::add);
        }
        trials.result(values, null);
    }

    private static Optional<Value> send(Defect defect, Stream good, Trials trials, Conditions conditions)
            throws InterruptedException {
        String name = defect.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Stream bad = new Stream(
                good.from(), List.of(), good.sources(), good.destinations(), good.vid(), good.share(), defect);
        Pattern mixed = new Pattern(List.of(good, bad), name);
        TrialResult result =
                trials.runUnremarked(trials.lasting(mixed, LearningProbe.easyRate(conditions)), "errored: " + name);
        return judge(name, result.streams().getFirst(), result.streams().getLast(), trials);
    }

    private static Optional<Value> judge(String name, StreamResult good, StreamResult bad, Trials trials) {
        if (good.lost() > 0) {
            trials.remark("Among frames with the defect " + name + " " + good.lost() + " of " + good.expected()
                    + " good ones were lost.");
        }
        if (bad.sent() == 0) {
            trials.remark("Frames with the defect " + name + " could not be sent here.");
            return Optional.empty();
        }
        if (bad.misdirected() > 0) {
            trials.remark("Frames with the defect " + name + " were not filtered: " + bad.misdirected() + " came of "
                    + bad.sent() + " sent.");
        }
        return Optional.of(Value.of("forwarded " + name, "%", 100.0 * bad.misdirected() / bad.sent()));
    }
}
