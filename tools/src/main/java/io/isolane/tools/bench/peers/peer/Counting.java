package io.isolane.tools.bench.peers.peer;

import io.isolane.tools.program.Program;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A program that prints {@link CounterLines} about itself; each sample is a line that came after the one before. Confined to its thread. */
final class Counting implements Running {
    private final Session session;
    private final Program program;
    private final String name;
    private long latest = -1;

    /** The {@code program}, which belongs to {@code session}. */
    Counting(Session session, Program program, String name) {
        this.session = session;
        this.program = program;
        this.name = name;
    }

    @Override
    public Sample sample() throws IOException, InterruptedException {
        Sample next = CounterLines.await(session, program, name, latest);
        latest = next.nanos();
        return next;
    }

    @Override
    public Duration processorTime() {
        return program.processorTime();
    }

    @Override
    public List<String> commands() {
        return session.commands();
    }

    @Override
    public void close() {
        session.close();
    }
}
