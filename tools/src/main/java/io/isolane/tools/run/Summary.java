package io.isolane.tools.run;

import io.isolane.core.acl.RuleHits;
import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.frame.MacAddress;
import io.isolane.dataplane.BoundAddress;
import io.isolane.dataplane.VirtualSwitch;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What each port received, transmitted, flooded, learnt otherwise and dropped, as a table, what its access lists matched, and the IP addresses
 * bound to it. Stateless.
 */
final class Summary {
    private static final String ROW = "%-16s %13s %17s %13s %17s %12s %12s %8s %10s%n";

    private Summary() {}

    static void print(VirtualSwitch running, PrintWriter out) {
        List<String> ports = running.ports();
        out.printf(
                Locale.ROOT,
                ROW,
                "port",
                "rx frames",
                "rx bytes",
                "tx frames",
                "tx bytes",
                "dropped",
                "flooded",
                "moved",
                "unlearnt");
        ports.forEach(port -> row(port, running.counters(port), out));
        ports.forEach(port -> drops(port, running.counters(port), out));
        StationWatch.summary(running).forEach(out::println);
        for (String port : ports) {
            running.hitsIn(port).forEach(hits -> hits(port + " in", hits, out));
            running.hitsOut(port).forEach(hits -> hits(port + " out", hits, out));
        }
        running.bindings().stream()
                .sorted(Comparator.comparing(BoundAddress::port)
                        .thenComparing(bound -> bound.address().toString()))
                .forEach(bound -> binding(bound, out));
        out.flush();
    }

    private static void row(String port, PortCounters counters, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                ROW,
                port,
                grouped(counters.rxFrames()),
                grouped(counters.rxBytes()),
                grouped(counters.txFrames()),
                grouped(counters.txBytes()),
                grouped(counters.totalDrops()),
                grouped(counters.floodedFrames()),
                grouped(counters.stationsMoved()),
                grouped(counters.notLearntFrames()));
    }

    private static void drops(String port, PortCounters counters, PrintWriter out) {
        for (int index = 0; index < DropReason.count(); index++) {
            DropReason reason = DropReason.at(index);
            long frames = counters.drops(reason);
            if (frames > 0) {
                out.printf(
                        Locale.ROOT,
                        "%s dropped %s as %s: %s%n",
                        port,
                        grouped(frames),
                        reason.label(),
                        reason.sentence());
            }
        }
    }

    /** A rule that has matched something. */
    private static void hits(String place, RuleHits hits, PrintWriter out) {
        if (hits.frames() > 0) {
            String rule = hits.rule()
                    .map(known -> "rule " + hits.number() + " of access list '" + hits.list() + "' (" + known + ")")
                    .orElse("no rule of its access lists, so dropped");
            out.printf(
                    Locale.ROOT,
                    "%s: %s frames, %s bytes by %s%n",
                    place,
                    grouped(hits.frames()),
                    grouped(hits.bytes()),
                    rule);
        }
    }

    private static void binding(BoundAddress bound, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s has %s bound to %s%s%s%n",
                bound.port(),
                bound.address(),
                MacAddress.format(bound.mac()),
                bound.vid() == 0 ? "" : " in VLAN " + bound.vid(),
                bound.left()
                        .map(left -> ", for " + grouped(left.toSeconds()) + " s more")
                        .orElse(""));
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
