package io.isolane.tools.bench.mlrsearch;

import io.isolane.tools.bench.mlrsearch.Ledger.Bounds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way to one goal, stage by stage, each beginning with what the stage before it found. Which load comes next depends on the ledger
 * alone, so trials made for other goals move it on too. Confined to its thread.
 */
final class Pursuit {
    private final Goal goal;
    private final List<Goal> stages;
    private final LoadGrid grid;
    private final Ledger ledger;
    private int stage;
    private int low;
    private int high;

    /** Begins where {@code low} and {@code high}, two notches, let the limit be expected. */
    Pursuit(Goal goal, LoadGrid grid, Ledger ledger, int low, int high) {
        this.goal = goal;
        this.stages = goal.stages();
        this.grid = grid;
        this.ledger = ledger;
        this.low = low;
        this.high = high;
    }

    /** A load that this goal wants tried next, and for how long. */
    record Proposal(Goal goal, int notch, Duration duration) {}

    Goal goal() {
        return goal;
    }

    /** The next trial; empty once the goal is reached. */
    Optional<Proposal> next() {
        Bounds bounds = ledger.bounds(current());
        while (grid.isReached(current(), bounds)) {
            if (stage == stages.size() - 1) {
                return Optional.empty();
            }
            stage++;
            low = bounds.lower() == null ? 0 : bounds.lower();
            high = bounds.upper() == null ? grid.top() : bounds.upper();
            bounds = ledger.bounds(current());
        }
        return Optional.of(new Proposal(goal, choose(bounds), current().finalTrial()));
    }

    private Goal current() {
        return stages.get(stage);
    }

    private int width() {
        return grid.width(current());
    }

    /** First between the bounds of the stage before, then at them; where they do not hold, outward from them. */
    private int choose(Bounds bounds) {
        int middle = (low + high) / 2;
        if (high - low > width() && high - low <= 2 * width() && bounds.encloses(middle)) {
            return middle;
        }
        if (bounds.encloses(low)) {
            return low;
        }
        if (bounds.encloses(high)) {
            return high;
        }
        return search(bounds.lower(), bounds.upper());
    }

    /** Internal search halves what lies between two bounds; external search goes on from the only one by steps that double. */
    private int search(@Nullable Integer lower, @Nullable Integer upper) {
        if (lower == null) {
            return Math.max(0, down(upper == null ? high : upper));
        }
        if (upper == null) {
            return Math.min(grid.top(), up(lower));
        }
        int middle = (lower + upper) / 2;
        if (lower >= high) {
            return Math.min(middle, up(lower));
        }
        return upper <= low ? Math.max(middle, down(upper)) : middle;
    }

    private int up(int lower) {
        return lower + step() + Math.max(0, lower - high);
    }

    private int down(int upper) {
        return upper - step() - Math.max(0, low - upper);
    }

    private int step() {
        return Math.max(width(), high - low);
    }
}
