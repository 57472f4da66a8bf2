package io.isolane.tools.attack.drill;

import io.isolane.tools.attack.packet.CraftedFrame;
import java.util.List;

/**
 * One way to try: the frames that belong together. Immutable.
 *
 * @param variant what is special about it, a few words
 */
public record Shot(String variant, List<CraftedFrame> frames) {
    public Shot {
        frames = List.copyOf(frames);
    }

    /** A way of one frame. */
    public static Shot of(String variant, CraftedFrame frame) {
        return new Shot(variant, List.of(frame));
    }
}
