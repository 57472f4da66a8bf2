package io.isolane.tools.bench.rig;

/**
 * What became of frames that did not arrive exactly once and in order. Immutable.
 *
 * @param lost frames that never came to the port they were for
 * @param duplicates frames that came there again
 * @param reordered frames that came there after a later one of their flow
 * @param overheard copies that came to other ports before the last frame was where it belongs, as they must in the modes that flood
 */
public record DeliveryFaults(long lost, long duplicates, long reordered, long overheard) {
    public static final DeliveryFaults NONE = new DeliveryFaults(0, 0, 0, 0);

    public DeliveryFaults plus(DeliveryFaults more) {
        return new DeliveryFaults(
                lost + more.lost, duplicates + more.duplicates, reordered + more.reordered, overheard + more.overheard);
    }
}
