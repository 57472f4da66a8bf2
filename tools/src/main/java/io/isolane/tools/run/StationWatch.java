package io.isolane.tools.run;

import io.isolane.core.frame.MacAddress;
import io.isolane.dataplane.ReportedStation;
import io.isolane.dataplane.VirtualSwitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Looks now and then whether stations have moved or were refused since the last look. However many there were, a look has one line for each
 * kind: a guest cannot fill a log. Confined to its thread.
 */
final class StationWatch {
    private long moves;
    private long refusals;

    /** What there is to say, if anything. */
    List<String> look(VirtualSwitch running) {
        List<String> lines = new ArrayList<>();
        Optional<ReportedStation> moved = running.lastMove().filter(last -> last.count() > moves);
        Optional<ReportedStation> refused = running.lastRefusal().filter(last -> last.count() > refusals);
        moved.ifPresent(last -> {
            lines.add(moved(last) + others(last.count() - moves));
            moves = last.count();
        });
        refused.ifPresent(last -> {
            lines.add(refused(last) + others(last.count() - refusals));
            refusals = last.count();
        });
        return lines;
    }

    /** Of the summary: how many in all, and the last one. */
    static List<String> summary(VirtualSwitch running) {
        List<String> lines = new ArrayList<>();
        running.lastMove().ifPresent(last -> lines.add(inAll("moves", last) + moved(last)));
        running.lastRefusal().ifPresent(last -> lines.add(inAll("refusals", last) + refused(last)));
        return lines;
    }

    private static String moved(ReportedStation last) {
        return station(last) + " moved from " + port(last.from()) + " to " + port(last.to());
    }

    private static String refused(ReportedStation last) {
        String known = last.from().isEmpty() || last.from().equals(last.to()) ? "" : ", known on " + last.from();
        return station(last) + " may not speak on " + port(last.to()) + known;
    }

    private static String station(ReportedStation last) {
        return "station " + MacAddress.format(last.mac()) + (last.vid() == 0 ? "" : " of VLAN " + last.vid());
    }

    private static String port(String name) {
        return name.isEmpty() ? "a port that is gone" : name;
    }

    private static String others(long count) {
        return count == 1 ? "" : String.format(Locale.ROOT, ", the last of %,d", count);
    }

    private static String inAll(String what, ReportedStation last) {
        return String.format(
                Locale.ROOT,
                "%,d %s of stations, the last %,d s ago: ",
                last.count(),
                what,
                last.ago().toSeconds());
    }
}
