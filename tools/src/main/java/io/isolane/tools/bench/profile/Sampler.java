package io.isolane.tools.bench.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/**
 * Takes stacks of one thread while it works: by processor time (JEP 509) where the JVM can, which is on Linux, else of what runs at a
 * moment. One recording at a time.
 */
final class Sampler implements AutoCloseable {
    private static final String BY_CPU_TIME = "jdk.CPUTimeSample";
    private static final String BY_MOMENT = "jdk.ExecutionSample";
    private static final Duration PERIOD = Duration.ofMillis(1);

    private final boolean isByCpuTime =
            isKnown(BY_CPU_TIME) && System.getProperty("os.name").equals("Linux");
    private final Recording recording = new Recording();

    /**
     * What was sampled.
     *
     * @param stacks innermost call first
     * @param lost samples without a stack
     */
    record Samples(List<List<Call>> stacks, int lost) {
        Samples {
            stacks = List.copyOf(stacks);
        }
    }

    /** One that has begun. */
    Sampler() {
        if (isByCpuTime) {
            recording.enable(BY_CPU_TIME).with("throttle", PERIOD.toMillis() + " ms");
        } else {
            recording.enable(BY_MOMENT).withPeriod(PERIOD);
        }
        recording.start();
    }

    /** How samples are taken, in words. */
    String method() {
        return isByCpuTime
                ? "by processor time, as often as the kernel's timer allows"
                : "at moments, at points where the JVM can look";
    }

    /**
     * Ends it, and takes out what {@code thread} did.
     *
     * @throws IOException if there is no place for a file
     */
    Samples stop(Thread thread) throws IOException {
        recording.stop();
        Path file = Files.createTempFile("isolane-profile", ".jfr");
        try {
            recording.dump(file);
            return samples(RecordingFile.readAllEvents(file), thread);
        } finally {
            Files.delete(file);
        }
    }

    @Override
    public void close() {
        recording.close();
    }

    private static Samples samples(List<RecordedEvent> events, Thread thread) {
        List<List<Call>> stacks = new ArrayList<>();
        int lost = 0;
        for (RecordedEvent event : events) {
            if (!isOf(event, thread)) {
                continue;
            }
            RecordedStackTrace trace = event.getStackTrace();
            if (trace == null) {
                lost++;
            } else {
                stacks.add(trace.getFrames().stream().map(Call::of).toList());
            }
        }
        return new Samples(stacks, lost);
    }

    private static boolean isOf(RecordedEvent event, Thread thread) {
        String kind = event.getEventType().getName();
        String field = kind.equals(BY_CPU_TIME) ? "eventThread" : "sampledThread";
        return (kind.equals(BY_CPU_TIME) || kind.equals(BY_MOMENT))
                && event.getThread(field) != null
                && event.getThread(field).getJavaThreadId() == thread.threadId();
    }

    private static boolean isKnown(String event) {
        return FlightRecorder.getFlightRecorder().getEventTypes().stream()
                .map(EventType::getName)
                .anyMatch(event::equals);
    }
}
