package io.isolane.dataplane.exhaustive;

import io.isolane.dataplane.exhaustive.rules.Plug;
import io.isolane.dataplane.exhaustive.rules.Question;
import io.isolane.dataplane.exhaustive.rules.Questions;
import io.isolane.dataplane.exhaustive.rules.RuleBook;
import io.isolane.dataplane.exhaustive.rules.Setup;
import io.isolane.dataplane.exhaustive.rules.TagStack;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks the switch and the rules the same questions about one configuration after the other. */
final class Examination implements AutoCloseable {
    private static final int ENOUGH = 5;

    private final SmallSwitch real = new SmallSwitch();
    private final QuestionFrames bothStations = frames(Questions.introductions(true));
    private final QuestionFrames firstOnly = frames(Questions.introductions(false));
    private final QuestionFrames invented = frames(Questions.invented());
    private final Map<Integer, QuestionFrames> byPorts = new HashMap<>();
    private final Map<Integer, QuestionFrames> forged = new HashMap<>();
    private final List<String> differences = new ArrayList<>();
    private final long[] expected = new long[SmallSwitch.PORTS];
    private final boolean hasVlans;
    private boolean isNoted;
    private int setups;
    private long cases;

    /** {@code hasVlans} for every tag there is; without, for a few that are payload. */
    Examination(boolean hasVlans) {
        this.hasVlans = hasVlans;
    }

    long cases() {
        return cases;
    }

    /** The first few differences, each with its configuration. */
    List<String> differences() {
        return Collections.unmodifiableList(differences);
    }

    void examine(Setup sorted) {
        if (differences.size() >= ENOUGH) {
            return;
        }
        Setup setup = turned(sorted, setups++);
        isNoted = false;
        int ports = setup.plugs().size();
        RuleBook rules = new RuleBook(setup);
        real.configure(setup, setups % 2 == 0);
        QuestionFrames introductions = setup.hasChangers() ? firstOnly : bothStations;
        for (int from = 0; from < ports; from++) {
            real.ask(from, introductions);
        }
        QuestionFrames all = byPorts.computeIfAbsent(ports, count -> frames(Questions.all(count, hasVlans)));
        for (int from = 0; from < ports; from++) {
            ask(setup, rules, from, all);
        }
        if (setup.registered() != 0) {
            pretend(setup, rules);
        }
    }

    /** In others' names first: with a name of its own invention a guest may give up the one it had. */
    private void pretend(Setup setup, RuleBook rules) {
        int guests = setup.registered();
        for (int left = guests; left != 0; left &= left - 1) {
            int from = Integer.numberOfTrailingZeros(left);
            int others = guests & ~(1 << from);
            ask(setup, rules, from, forged.computeIfAbsent(others, ports -> frames(Questions.forged(ports))));
        }
        for (int left = guests; left != 0; left &= left - 1) {
            ask(setup, rules, Integer.numberOfTrailingZeros(left), invented);
        }
    }

    private static QuestionFrames frames(List<Question> questions) {
        return new QuestionFrames(questions, SmallSwitch.PORTS);
    }

    /** The same ports in another order: their numbers must not matter. */
    private static Setup turned(Setup setup, int by) {
        List<Plug> plugs = new ArrayList<>(setup.plugs());
        Collections.rotate(plugs, by);
        return new Setup(setup.nets(), plugs);
    }

    private void ask(Setup setup, RuleBook rules, int from, QuestionFrames asked) {
        long drops = real.ask(from, asked);
        long unheard = 0;
        for (int question = 0; question < asked.questions().size(); question++) {
            rules.answer(from, asked.questions().get(question), expected);
            unheard += compare(setup, from, asked.questions().get(question), question) ? 1 : 0;
        }
        cases += asked.questions().size();
        if (unheard != drops && !isNoted) {
            isNoted = true;
            differences.add(unheard + " frames of port " + from + " reached nobody and " + drops
                    + " were counted as dropped: " + setup);
        }
    }

    /** Notes what differs; true if nobody heard the frame. */
    private boolean compare(Setup setup, int from, Question frame, int question) {
        boolean isUnheard = true;
        for (int to = 0; to < setup.plugs().size(); to++) {
            long heard = real.heard(to, question);
            isUnheard &= heard == RuleBook.NOTHING;
            if (heard != expected[to] && !isNoted) {
                isNoted = true;
                differences.add("port " + to + " hears " + text(heard) + " where the rules say " + text(expected[to])
                        + ": port " + from + " sent " + frame + "; " + setup);
            }
        }
        return isUnheard;
    }

    @Override
    public String toString() {
        return "%,d cases in %,d configurations".formatted(cases, setups);
    }

    private static String text(long tags) {
        return tags == RuleBook.NOTHING ? "nothing" : TagStack.text(tags);
    }

    @Override
    public void close() {
        real.close();
    }
}
