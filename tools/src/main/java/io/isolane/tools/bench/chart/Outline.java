package io.isolane.tools.bench.chart;

import io.isolane.tools.bench.chart.Canvas.Dot;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** Lines without the corners that nobody sees (the method of Ramer, Douglas and Peucker). Stateless. */
final class Outline {
    /** A corner that is nearer to the line without it is left out, in pixels; lines are two thick. */
    private static final double SEEN = 0.4;

    private Outline() {}

    /** The corners that are needed to draw the same line; the first and the last always are. */
    static List<Dot> of(List<Dot> dots) {
        if (dots.size() < 3) {
            return dots;
        }
        BitSet kept = new BitSet(dots.size());
        kept.set(0);
        kept.set(dots.size() - 1);
        Deque<Part> parts = new ArrayDeque<>(List.of(new Part(0, dots.size() - 1)));
        while (!parts.isEmpty()) {
            Part part = parts.pop();
            int corner = farthest(dots, part);
            if (corner > part.from()) {
                kept.set(corner);
                parts.push(new Part(part.from(), corner));
                parts.push(new Part(corner, part.to()));
            }
        }
        return kept.stream().mapToObj(dots::get).toList();
    }

    /** A piece of the line, by the indices of its ends. */
    private record Part(int from, int to) {}

    /** The corner within a piece that is farthest from the straight line between its ends; the beginning if none is to be seen. */
    private static int farthest(List<Dot> dots, Part part) {
        int farthest = part.from();
        double most = SEEN;
        for (int i = part.from() + 1; i < part.to(); i++) {
            double distance = distance(dots.get(i), dots.get(part.from()), dots.get(part.to()));
            if (distance > most) {
                most = distance;
                farthest = i;
            }
        }
        return farthest;
    }

    private static double distance(Dot dot, Dot from, Dot to) {
        double across = to.x() - from.x();
        double down = to.y() - from.y();
        double length = across * across + down * down;
        double along = length == 0 ? 0 : ((dot.x() - from.x()) * across + (dot.y() - from.y()) * down) / length;
        double place = Math.clamp(along, 0, 1);
        return Math.hypot(dot.x() - from.x() - place * across, dot.y() - from.y() - place * down);
    }
}
