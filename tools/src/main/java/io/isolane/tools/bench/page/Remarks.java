package io.isolane.tools.bench.page;

import io.isolane.tools.bench.markup.Markup;
import io.isolane.tools.bench.results.Entry.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the results say in sentences. Those that differ only in their figures are shown once, and the rarest first: what is said of one device only is
 * news, what is said of every result is the method. Immutable.
 */
final class Remarks {
    private static final int SHOWN_AT_ONCE = 6;

    private final Evidence evidence;
    private final List<Kind> kinds;

    Remarks(Evidence evidence) {
        this.evidence = evidence;
        Map<String, Kind> byWords = new LinkedHashMap<>();
        for (Result result : evidence.results().results()) {
            for (String remark : result.remarks()) {
                byWords.computeIfAbsent(
                                remark.replaceAll("\\d[\\d.,]*", "0"),
                                key -> new Kind(new LinkedHashSet<>(), new ArrayList<>()))
                        .add(remark, result);
            }
        }
        kinds = byWords.values().stream()
                .sorted(Comparator.comparingInt(kind -> kind.results().size()))
                .toList();
    }

    /** Sentences of the same words, and the results that say them. */
    private record Kind(Set<String> sentences, List<Result> results) {
        void add(String sentence, Result result) {
            sentences.add(sentence);
            results.add(result);
        }
    }

    void write(Markup into) {
        String ending = ending();
        if (kinds.isEmpty() && ending.isEmpty()) {
            return;
        }
        into.open("section", "class", "remarks", "aria-label", "Remarks").element("h2", "Keep in mind");
        if (!ending.isEmpty()) {
            into.element("p", ending, "class", "ending");
        }
        int shown = Math.min(kinds.size(), SHOWN_AT_ONCE);
        list(into, kinds.subList(0, shown));
        if (kinds.size() > shown) {
            into.open("details").element("summary", Words.count(kinds.size() - shown, "more remark"));
            list(into, kinds.subList(shown, kinds.size()));
            into.close();
        }
        into.close();
    }

    private String ending() {
        if (evidence.results().end().isEmpty()) {
            return "The run was cut off: only what was finished until then is here.";
        }
        boolean isComplete = evidence.results().end().orElseThrow().complete();
        return isComplete ? "" : "The run was ended early: only what was finished until then is here.";
    }

    private void list(Markup into, List<Kind> some) {
        if (some.isEmpty()) {
            return;
        }
        into.open("ul");
        for (Kind kind : some) {
            into.open("li").text(kind.sentences().iterator().next() + " ");
            into.element("span", where(kind), "class", "where").close();
        }
        into.close();
    }

    /** The tests, the devices unless they are all, and that there are more such sentences. */
    private String where(Kind kind) {
        List<String> tests =
                kind.results().stream().map(Result::test).distinct().toList();
        List<String> devices = kind.results().stream()
                .map(result -> result.device().name())
                .distinct()
                .toList();
        List<String> frames =
                kind.results().stream().map(Result::frames).distinct().toList();
        String text = String.join(", ", tests);
        if (devices.size() < evidence.devices().size()) {
            text += ": " + String.join(", ", devices);
        }
        if (frames.size() == 1) {
            text += ", " + Words.frames(frames.getFirst());
        }
        int others = kind.sentences().size() - 1;
        return others == 0 ? text : text + "; " + Words.count(others, "time") + " more with other figures";
    }
}
