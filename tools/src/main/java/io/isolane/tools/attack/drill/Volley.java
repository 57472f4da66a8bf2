package io.isolane.tools.attack.drill;

import io.isolane.tools.attack.packet.CraftedFrame;
import io.isolane.tools.attack.site.Guard;
import io.isolane.tools.attack.site.Layout;
import io.isolane.tools.attack.site.Seat;
import io.isolane.tools.attack.site.Site;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An attack that sends frames in many variants, none of which may arrive where it is wanted. Immutable.
 *
 * @param from where the frames are sent
 * @param shots the variants, for a site
 * @param target says of a frame that was heard whether it is one that must not arrive there
 * @param afterwards how long the switch gets to do harm of its own, as a bridge that obeys does
 */
public record Volley(
        String name,
        String summary,
        Guard guard,
        Layout layout,
        List<Seat> needs,
        Seat from,
        Function<Site, List<Shot>> shots,
        Target target,
        Duration afterwards)
        implements Attack {
    private static final int TURNS = 10;

    public Volley {
        needs = List.copyOf(needs);
    }

    /** What counts as a hit. */
    @FunctionalInterface
    public interface Target {
        /** True if {@code frame}, heard at {@code seat}, should not have come there. */
        boolean isHit(Site site, Seat seat, byte[] frame);
    }

    @Override
    public Outcome run(Drill drill) throws IOException, InterruptedException {
        drill.begin();
        Map<Seat, Set<String>> hits = new EnumMap<>(Seat.class);
        int left = 0;
        List<Shot> all = shots.apply(drill.site());
        for (Shot shot : all) {
            Arrivals arrivals = new Arrivals(drill.site());
            drill.listen(arrivals);
            boolean isSent = true;
            for (CraftedFrame frame : shot.frames()) {
                isSent &= drill.send(from, frame);
            }
            drill.settle();
            arrivals.note(shot.frames().size(), shot.variant(), hits);
            left += isSent ? 1 : 0;
        }
        Arrivals later = new Arrivals(drill.site());
        drill.listen(later);
        drill.pass(afterwards);
        drill.settle();
        later.note(1, "what the switch said afterwards", hits);
        drill.talk(TURNS);
        List<String> complaints = new ArrayList<>();
        gathered(hits)
                .forEach((variants, seats) -> complaints.add(
                        seats + " heard " + variants.size() + " of " + all.size() + " variants: " + some(variants)));
        complaints.addAll(drill.complaints());
        return Outcome.of(complaints, "none of " + left + " variants arrived");
    }

    /** Seats that heard the same are told of once. */
    private static Map<Set<String>, String> gathered(Map<Seat, Set<String>> hits) {
        Map<Set<String>, String> seats = new LinkedHashMap<>();
        hits.forEach((seat, variants) ->
                seats.merge(variants, "the " + seat.label(), (before, more) -> before + " and " + more));
        return seats;
    }

    private static String some(Set<String> variants) {
        String shown = variants.stream().limit(5).collect(Collectors.joining(", "));
        return variants.size() > 5 ? shown + " and more" : shown;
    }

    /** What arrived of one variant. */
    private final class Arrivals implements Drill.Ear {
        private final Site site;
        private final Map<Seat, Integer> counts = new EnumMap<>(Seat.class);

        Arrivals(Site site) {
            this.site = site;
        }

        @Override
        public boolean isAmiss(Seat seat, byte[] frame) {
            boolean isHit = seat != from && seat != Seat.ATTACKER && target.isHit(site, seat, frame);
            counts.merge(seat, isHit ? 1 : 0, Integer::sum);
            return isHit;
        }

        /** Part of a packet in fragments is nothing: whoever heard all frames is hit. */
        void note(int frames, String variant, Map<Seat, Set<String>> hits) {
            counts.forEach((seat, count) -> {
                if (count >= frames) {
                    hits.computeIfAbsent(seat, heard -> new LinkedHashSet<>()).add(variant);
                }
            });
        }
    }
}
