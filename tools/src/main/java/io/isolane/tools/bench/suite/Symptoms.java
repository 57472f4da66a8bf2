package io.isolane.tools.bench.suite;

import io.isolane.tools.bench.trial.StreamResult;
import io.isolane.tools.bench.trial.TrialResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a device did in the trials of a test that a switch should not, or not always, in sentences. Confined to its thread. */
final class Symptoms {
    private static final double MOST = 0.5;

    private StreamResult total = StreamResult.NONE;
    private long foreign;
    private int trials;
    private int unlearnt;
    private int refused;
    private int behind;
    private @Nullable String firstUnlearnt;

    void add(TrialResult result) {
        StreamResult sum = result.total();
        total = total.plus(sum);
        foreign += result.foreign();
        trials++;
        refused += sum.sent() < sum.intended() && sum.lost() == 0 ? 1 : 0;
        behind += result.isOffered() ? 0 : 1;
    }

    /** Learning frames failed, in the tester's words. */
    void unlearnt(String words) {
        unlearnt++;
        firstUnlearnt = firstUnlearnt == null ? words : firstUnlearnt;
    }

    List<String> sentences() {
        List<String> found = new ArrayList<>();
        if (firstUnlearnt != null) {
            found.add("Learning frames were not learnt before " + of(unlearnt, "trial") + ": " + firstUnlearnt + ".");
        }
        if (total.sent() > 0 && total.expected() > 0 && total.received() == 0) {
            found.add("The device forwarded none of " + of(total.sent(), "frame") + ".");
        }
        if (total.misdirected() > 0) {
            found.add(flooded());
        }
        if (total.duplicates() > 0) {
            found.add("Frames came twice to the same port: " + part(total.duplicates(), total.received()) + ".");
        }
        if (total.reordered() > 0) {
            found.add(
                    "Frames came after later ones of their stream: " + part(total.reordered(), total.received()) + ".");
        }
        if (refused > 0) {
            found.add("In " + refused + " of " + of(trials, "trial")
                    + " every frame sent arrived, but the device's ports did not take as many as were intended.");
        }
        if (behind > 0) {
            found.add("In " + behind + " of " + of(trials, "trial")
                    + " the tester fell behind the load, so that the device was offered less.");
        }
        if (foreign > 0) {
            found.add(of(foreign, "frame") + " came that the tester had not sent.");
        }
        return found;
    }

    private String flooded() {
        double arrived = total.received() > 0 ? total.received() : total.sent();
        double each = total.misdirected() / arrived;
        return each >= MOST
                ? String.format(Locale.ROOT, "Frames were flooded: each came to %.1f ports that it was not for.", each)
                : "Frames came to ports that they were not for: " + part(total.misdirected(), total.sent()) + ".";
    }

    private static String part(long some, long all) {
        return some + " of " + all;
    }

    private static String of(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
