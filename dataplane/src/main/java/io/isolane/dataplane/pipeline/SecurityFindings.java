package io.isolane.dataplane.pipeline;

import static io.isolane.dataplane.pipeline.Finding.Stage.LEARNING;

import io.isolane.core.counter.DropReason;
import io.isolane.core.frame.MacAddress;
import io.isolane.core.policy.StationRules;
import io.isolane.core.table.MacTable;
import io.isolane.core.table.Tenure;
import java.time.Duration;
import java.util.List;

/** Words for a frame whose station may not speak on its port. */
final class SecurityFindings {
    private final List<String> names;

    SecurityFindings(List<String> names) {
        this.names = names;
    }

    /**
     * A frame that was refused for its station.
     *
     * @param source the key of its station
     * @param at the port on which that is known
     */
    Finding refused(Batch batch, DropReason reason, long source, int at) {
        String why = switch (reason) {
            case PORT_SECURITY -> violated(batch, source, at) + consequence(batch.port.stations());
            case UNLEARNT_SOURCE -> names.get(batch.ingress) + limit(batch);
            default -> "";
        };
        return Finding.of(
                LEARNING, "dropped as " + reason.label(), reason.sentence() + (why.isEmpty() ? "" : ": " + why));
    }

    private String violated(Batch batch, long source, int at) {
        StationRules rules = batch.port.stations();
        String station = MacAddress.format(MacTable.mac(source));
        String here = names.get(batch.ingress);
        if (rules.isListed() && !rules.allows(MacTable.mac(source))) {
            return station + " is not on the list of " + here;
        }
        if (at == MacTable.UNKNOWN) {
            return here + limit(batch);
        }
        boolean isSticky = rules.tenure() == Tenure.STICKY
                || batch.state.port(at).stations().tenure() == Tenure.STICKY;
        return station + " is known on " + names.get(at) + ", and " + here + " may not take it from there"
                + (isSticky ? "" : ", or" + limit(batch));
    }

    private static String limit(Batch batch) {
        return " has the stations it may have (" + batch.port.stationLimit() + "), or the table is full";
    }

    private static String consequence(StationRules rules) {
        return switch (rules.violation()) {
            case NONE, PROTECT -> "";
            case RESTRICT -> "; it is reported";
            case SHUTDOWN ->
                rules.recovery() == 0
                        ? "; it is reported, and the port put down until it is cleared"
                        : "; it is reported, and the port put down for "
                                + Duration.ofNanos(rules.recovery()).toSeconds() + " s";
        };
    }
}
