package io.isolane.tools.run;

import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.Deque;

/** What was made so far, taken away in reverse order when it is closed. Confined to its thread. */
public final class Undo implements AutoCloseable {
    private final Deque<Step> steps = new ArrayDeque<>();
    private final PrintWriter errors;

    public Undo(PrintWriter errors) {
        this.errors = errors;
    }

    /** Takes one thing away. */
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }

    private record Step(String what, Action action) {}

    /** Remembers how to take away what was just made. */
    public void add(String what, Action action) {
        steps.push(new Step(what, action));
    }

    /** Takes everything away; what cannot be is reported, and the rest goes on. */
    @Override
    public void close() {
        while (!steps.isEmpty()) {
            Step step = steps.pop();
            try {
                step.action().run();
            } catch (Exception failure) {
                errors.println("isolane: cannot remove " + step.what() + ": " + failure.getMessage());
                errors.flush();
            }
        }
    }
}
