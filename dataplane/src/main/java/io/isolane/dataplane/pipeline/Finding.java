package io.isolane.dataplane.pipeline;

import java.util.Locale;

/**
 * What one stage decided about a frame, and why. Immutable.
 *
 * @param port the port that a delivery is about; empty for what concerns the frame as a whole
 * @param decision such as {@code learnt} or {@code dropped as runt}
 * @param reason a sentence without its full stop
 */
public record Finding(Stage stage, String port, String decision, String reason) {
    /** The stages in their order. */
    public enum Stage {
        ADMISSION,
        /** Where the port has access lists. */
        FILTERING,
        /** Where the port has guards: twice if one of them waits for the lookup. */
        GUARDING,
        LEARNING,
        LOOKUP,
        /** No stage of its own: the set that {@link Delivery} chooses from and checks against. */
        REACH,
        DELIVERY;

        /** The name in printed explanations, such as {@code admission}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding of(Stage stage, String decision, String reason) {
        return new Finding(stage, "", decision, reason);
    }
}
