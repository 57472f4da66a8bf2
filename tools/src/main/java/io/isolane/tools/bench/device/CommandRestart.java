package io.isolane.tools.bench.device;

import io.isolane.tools.bench.tester.Restart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import org.jspecify.annotations.Nullable;

/** An operator's command that restarts a device. It is over when the command has ended. Confined to its thread. */
final class CommandRestart implements Restart {
    private final String command;
    private @Nullable Process process;

    /** {@code command} is for a shell. */
    CommandRestart(String command) {
        this.command = command;
    }

    @Override
    public void begin() {
        try {
            process = new ProcessBuilder("sh", "-c", command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start();
        } catch (IOException noShell) {
            throw new UncheckedIOException("cannot run 'sh -c " + command + "'", noShell);
        }
    }

    /** @throws IllegalStateException if the command failed */
    @Override
    public boolean isOver() {
        Process running = process;
        if (running == null || running.isAlive()) {
            return false;
        }
        if (running.exitValue() != 0) {
            throw new IllegalStateException("the reset command '" + command + "' failed with exit code "
                    + running.exitValue() + ": run it by hand to see why");
        }
        return true;
    }
}
