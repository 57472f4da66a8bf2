package io.isolane.tools.bench.campaign;

import io.isolane.tools.bench.page.ReportWriter;
import io.isolane.tools.bench.results.InvalidResultsException;
import io.isolane.tools.terminal.StandardError;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.concurrent.locks.Lock;
import picocli.CommandLine.Model.CommandSpec;

/** Carries out an order at the command line: estimate, progress, files, table, exit code. Confined to its thread. */
final class SuiteRun {
    private static final int MEASURED = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;
    private static final int INTERRUPTED = 130;

    private final CommandSpec spec;
    private final Order order;

    SuiteRun(CommandSpec spec, Order order) {
        this.spec = spec;
        this.order = order;
    }

    /** Runs it, and returns the exit code. */
    int execute() {
        PrintWriter errors = spec.commandLine().getErr();
        Ticker ticker = new Ticker(errors, StandardError.isTerminal(), order.estimate(), System::nanoTime);
        try (Interruption interruption = Interruption.ofThisThread()) {
            boolean isComplete = measure(ticker, interruption.lock());
            ReportWriter report = ReportWriter.of(Recorder.results(order.directory()), !isComplete);
            report.writeHtml(order.directory().resolve("report.html"));
            report.writeSvg(order.directory().resolve("svg"));
            say("Every trial, a page and its pictures: " + order.directory());
            return isComplete ? MEASURED : INTERRUPTED;
        } catch (UnusableDeviceException missing) {
            return fail(ticker, missing, WRONG_USE);
        } catch (IOException | UncheckedIOException | IllegalStateException | InvalidResultsException failure) {
            return fail(ticker, failure, FAILED);
        }
    }

    private boolean measure(Ticker ticker, Lock lock) throws IOException, UnusableDeviceException {
        try (Recorder recorder = Recorder.in(order.directory(), Campaign.header(order), ticker, lock)) {
            boolean isComplete = new Campaign(order, ticker, recorder).run();
            Summary.lines(recorder.kept()).forEach(this::say);
            say("");
            return isComplete;
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    private int fail(Ticker ticker, Exception failure, int exitCode) {
        ticker.end();
        PrintWriter errors = spec.commandLine().getErr();
        errors.println("isolane bench: " + failure.getMessage());
        errors.flush();
        return exitCode;
    }
}
