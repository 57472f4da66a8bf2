package io.isolane.tools.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that a misspelt one was meant to be. */
final class Spelling {
    private Spelling() {}

    /** The candidate that is fewest typing errors away, if that is few enough for the word's length. */
    static Optional<String> nearest(String word, Collection<String> candidates) {
        int few = Math.min(Math.max(1, word.length() / 3), word.length() - 1);
        return candidates.stream()
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .filter(candidate -> distance(word, candidate) <= few);
    }

    /** Letters to insert, delete, replace or swap with their neighbour to make one word of the other. */
    static int distance(String word, String other) {
        int[] beforePrevious = new int[other.length() + 1];
        int[] previous = new int[other.length() + 1];
        Arrays.setAll(previous, i -> i);
        for (int i = 1; i <= word.length(); i++) {
            int[] current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                boolean same = word.charAt(i - 1) == other.charAt(j - 1);
                int replaced = previous[j - 1] + (same ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
                if (isSwap(word, i, other, j)) {
                    current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
                }
            }
            beforePrevious = previous;
            previous = current;
        }
        return previous[other.length()];
    }

    private static boolean isSwap(String word, int i, String other, int j) {
        return i > 1 && j > 1 && word.charAt(i - 1) == other.charAt(j - 2) && word.charAt(i - 2) == other.charAt(j - 1);
    }
}
