package io.isolane.tools.bench.chart;

import io.isolane.tools.bench.chart.Canvas.Dot;
import io.isolane.tools.bench.markup.Markup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a search for a rate went: the load of every trial, what it lost, and the bounds of each goal as they closed in. Immutable.
 *
 * @param quantity of the loads
 * @param tolerated the loss ratio up to which a trial is shown as one with little loss
 * @param goals names of the goals, in the order of every step's bounds
 * @param steps the trials, in their order
 */
public record SearchChart(Labels labels, Quantity quantity, double tolerated, List<String> goals, List<Step> steps)
        implements Chart {
    private static final Look LOSSLESS = new Look(0, Look.Shape.CIRCLE, Look.Stroke.NONE);
    private static final Look LITTLE = new Look(4, Look.Shape.DIAMOND, Look.Stroke.NONE);
    private static final Look LOSSY = new Look(Palette.BAD, Look.Shape.CROSS, Look.Stroke.NONE);
    private static final Quantity SHARE = Quantity.of("%");
    private static final double PER_CENT = 100;

    public SearchChart {
        goals = List.copyOf(goals);
        steps = List.copyOf(steps);
    }

    /**
     * A trial.
     *
     * @param load offered
     * @param loss from 0 to 1
     * @param bounds of each goal after this trial
     */
    public record Step(double load, double loss, List<Bounds> bounds) {
        public Step {
            bounds = List.copyOf(bounds);
        }
    }

    /**
     * What is known of a goal.
     *
     * @param low highest load known to meet it; null while none is
     * @param high lowest load known to miss it; null while none is
     */
    public record Bounds(@Nullable Double low, @Nullable Double high) {}

    @Override
    public void draw(Markup into, int width) {
        Sheet sheet = new Sheet(labels, keys(), width);
        double height = Math.clamp(width * 0.52, 260, 340);
        double most = steps.stream().mapToDouble(Step::load).max().orElse(1);
        LinearScale across = LinearScale.exactly("Trial", Quantity.of(""), 0.5, Math.max(2, steps.size()) + 0.5);
        LinearScale up = LinearScale.upTo("Load offered", quantity, most);
        Axes axes = new Axes(sheet, across, up, sheet.top(), height);
        sheet.draw(into, height, canvas -> {
            axes.draw(canvas);
            for (int goal = 0; goal < goals.size(); goal++) {
                drawBounds(canvas, axes, goal);
            }
            for (int i = 0; i < steps.size(); i++) {
                Step step = steps.get(i);
                canvas.point(axes.dot(i + 1, step.load()), look(step.loss()), tip(i + 1, step));
            }
        });
    }

    private List<Key> keys() {
        Stream<Key> trials = Stream.of(
                new Key("no loss", LOSSLESS, Key.Kind.LINE),
                new Key("loss up to " + SHARE.text(tolerated * PER_CENT), LITTLE, Key.Kind.LINE),
                new Key("more loss", LOSSY, Key.Kind.LINE));
        List<Key> all = new ArrayList<>(trials.toList());
        for (int goal = 0; goal < goals.size(); goal++) {
            all.add(new Key(goals.get(goal) + " lies in", of(goal), Key.Kind.BAND));
        }
        return all;
    }

    private void drawBounds(Canvas canvas, Axes axes, int goal) {
        List<Dot> lower = new ArrayList<>();
        List<Dot> upper = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Bounds bounds = steps.get(i).bounds().get(goal);
            double low = bounds.low() == null ? axes.bottom() : axes.y(bounds.low());
            double high = bounds.high() == null ? axes.top() : axes.y(bounds.high());
            double from = axes.x(i + 0.5);
            double to = axes.x(i + 1.5);
            lower.addAll(List.of(new Dot(from, low), new Dot(to, low)));
            upper.addAll(List.of(new Dot(from, high), new Dot(to, high)));
        }
        canvas.path(lower, of(goal));
        canvas.path(upper, of(goal).withStroke(Look.Stroke.DASHED));
        Collections.reverse(upper);
        canvas.area(Stream.concat(lower.stream(), upper.stream()).toList(), of(goal));
    }

    private Look look(double loss) {
        if (loss <= 0) {
            return LOSSLESS;
        }
        return loss <= tolerated ? LITTLE : LOSSY;
    }

    private String tip(int number, Step step) {
        return "Trial " + number + ": " + quantity.text(step.load()) + ", loss " + SHARE.text(step.loss() * PER_CENT);
    }

    /** Apart from the colours of the trials. */
    private static Look of(int goal) {
        return new Look(new int[] {2, 7, 3}[goal % 3], Look.Shape.NONE, Look.Stroke.SOLID);
    }
}
