package io.isolane.tools.regress.trend;

import io.isolane.tools.regress.report.Quantity;
import java.util.List;
import java.util.Locale;

/**
 * What is said of a history. Immutable.
 *
 * @param directory where the results are
 * @param history them
 * @param trends one for each metric
 * @param recent how many of the newest results make a change news
 * @param threshold smaller changes are none
 * @param command the command line that made it
 */
record TrendReport(
        String directory, History history, List<Trend> trends, int recent, double threshold, String command) {
    TrendReport {
        trends = List.copyOf(trends);
    }

    /** 1 if a metric's newest change is for the worse and recent, else 3 if no metric has results enough, else 0. */
    int exitCode() {
        if (trends.stream().anyMatch(trend -> trend.recentlyWorse(recent).isPresent())) {
            return 1;
        }
        return trends.stream().noneMatch(Trend::isLongEnough) ? 3 : 0;
    }

    /** The outcome in one sentence without full stop. */
    String summary() {
        long worse = trends.stream()
                .filter(trend -> trend.recentlyWorse(recent).isPresent())
                .count();
        long changed =
                trends.stream().filter(trend -> !trend.changes().isEmpty()).count();
        String newest = "the newest " + recent + " results";
        return switch (exitCode()) {
            case 1 ->
                worse + " of " + trends.size() + " metrics became worse among " + newest + " and "
                        + (worse == 1 ? "is" : "are") + " so still";
            case 3 -> "too few results: a metric needs more of them before a change can be told from noise";
            default ->
                changed + " of " + trends.size() + " metrics changed their level, none for the worse among " + newest;
        };
    }

    /** What was done, in one sentence without full stop. */
    String conditions() {
        return String.format(
                Locale.ROOT,
                "%d results, in the order of %s; changes of at least %s",
                history.files(),
                history.order(),
                Quantity.of(100 * threshold) + " %");
    }
}
