package io.isolane.tools.run;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** How much is logged, on the standard error stream. */
enum LogLevel {
    OFF,
    ERROR,
    WARNING,
    INFO,
    DEBUG,
    TRACE;

    /** Makes this the level of the whole program. */
    void apply() {
        Level level = level();
        LogManager.getLogManager().reset();
        Handler console = new ConsoleHandler();
        console.setLevel(level);
        console.setFormatter(new OneLine());
        Logger root = Logger.getLogger("");
        root.setLevel(level);
        root.addHandler(console);
    }

    private Level level() {
        return switch (this) {
            case OFF -> Level.OFF;
            case ERROR -> Level.SEVERE;
            case WARNING -> Level.WARNING;
            case INFO -> Level.INFO;
            case DEBUG -> Level.FINE;
            case TRACE -> Level.ALL;
        };
    }

    /** Time, level and message. */
    private static final class OneLine extends Formatter {
        private static final DateTimeFormatter TIME =
                DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

        @Override
        public String format(LogRecord entry) {
            Throwable thrown = entry.getThrown();
            return TIME.format(entry.getInstant()) + " " + label(entry.getLevel()) + ": " + formatMessage(entry)
                    + (thrown == null ? "" : ": " + thrown) + System.lineSeparator();
        }

        private static String label(Level level) {
            return level.equals(Level.SEVERE) ? "error" : level.getName().toLowerCase(Locale.ROOT);
        }
    }
}
