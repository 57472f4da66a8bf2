package io.isolane.tools.regress.gate;

import io.isolane.tools.regress.fork.Role;
import io.isolane.tools.regress.fork.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Who runs when: pairs of neighbouring forks, one of each side, and for each pair a fair coin says which side goes first. The coin, not a
 * belief about the machine, is why the verdict's error rate holds: if both sides are the same code, swapping them changes nothing but
 * the sign of a pair's difference, whatever the neighbours on the machine did meanwhile, so every pattern of signs is as likely as any other, which is all that
 * Wilcoxon's test asks for. Confined to its thread.
 */
final class Schedule {
    private final SplittableRandom coin;
    private int round;
    private int pair;

    Schedule(long seed) {
        coin = new SplittableRandom(seed);
    }

    /** The next round's forks, in the order they run. */
    List<Slot> next(int pairs) {
        List<Slot> slots = new ArrayList<>(2 * pairs);
        for (int done = 0; done < pairs; done++) {
            Role first = coin.nextBoolean() ? Role.BASELINE : Role.CANDIDATE;
            Role second = first == Role.BASELINE ? Role.CANDIDATE : Role.BASELINE;
            slots.add(new Slot(round, pair, 2 * pair, first));
            slots.add(new Slot(round, pair, 2 * pair + 1, second));
            pair++;
        }
        round++;
        return slots;
    }
}
