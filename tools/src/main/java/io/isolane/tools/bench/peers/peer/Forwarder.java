package io.isolane.tools.bench.peers.peer;

import io.isolane.tools.bench.peers.work.Work;
import io.isolane.tools.bench.rig.ForwardingRig;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

/**
 * The program that is our own side of the comparison: generator, switch and sink in one thread, which counts aloud. It ends with whoever
 * holds its standard input.
 */
public final class Forwarder {
    private static final int STEPS = 256;
    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private Forwarder() {}

    /** Forwards for ever; the arguments are the name of a {@link Work} and whether frames are copied. */
    public static void main(String[] arguments) {
        Work work = Work.named(arguments[0]).orElseThrow();
        Thread.ofPlatform().name("end").daemon().start(Forwarder::endWithInput);
        try (ForwardingRig rig = new ForwardingRig(work.scenario(Boolean.parseBoolean(arguments[1])))) {
            long frames = 0;
            long due = System.nanoTime();
            while (!Thread.currentThread().isInterrupted()) {
                frames += steps(rig);
                long now = System.nanoTime();
                if (now - due >= 0) {
                    System.out.println(CounterLines.line(frames, now));
                    due = now + PERIOD_NANOS;
                }
            }
        }
    }

    private static long steps(ForwardingRig rig) {
        long frames = 0;
        for (int i = 0; i < STEPS; i++) {
            frames += rig.step();
        }
        return frames;
    }

    private static void endWithInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException closed) {
            Runtime.getRuntime().halt(1);
        }
        Runtime.getRuntime().halt(0);
    }
}
