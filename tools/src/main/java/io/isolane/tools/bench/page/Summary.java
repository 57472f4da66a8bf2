package io.isolane.tools.bench.page;

import io.isolane.tools.bench.machine.Machine;
import io.isolane.tools.bench.markup.Markup;
import io.isolane.tools.bench.results.Entry;
import java.util.List;

/** The top of a report: what was measured, on what, by which command, and what to keep in mind. Confined to its thread. */
final class Summary {
    private final Evidence evidence;
    private final Markup into;

    Summary(Evidence evidence, Markup into) {
        this.evidence = evidence;
        this.into = into;
    }

    /** The title of the page. */
    static String title(Evidence evidence) {
        List<String> devices = evidence.devices();
        String suite = evidence.results().run().suite();
        String name = suite.startsWith("rfc") ? "RFC " + suite.substring("rfc".length()) : suite;
        String subject = devices.size() == 1 ? devices.getFirst() : Words.count(devices.size(), "device");
        return name + ": " + subject;
    }

    void write() {
        Entry.Run run = evidence.results().run();
        into.open("header").element("p", "Isolane benchmark report", "class", "kicker");
        into.element("h1", title(evidence));
        into.open("dl", "class", "facts");
        fact("Devices", String.join(", ", evidence.devices()));
        fact(
                "Profile",
                run.profile() + ", " + Words.count(evidence.results().trials().size(), "trial") + ", " + ending());
        machine(run.machine());
        into.open("div", "class", "fact wide").element("dt", "Command");
        into.open("dd").element("code", run.command()).close().close();
        into.close();
        KeyFigures.of(evidence).write(into);
        new Remarks(evidence).write(into);
        into.close();
    }

    private void machine(Machine machine) {
        fact("Machine", machine.host() + ", " + machine.cpu() + ", " + Words.count(machine.cores(), "core"));
        fact("System", machine.system());
        fact(
                "JVM",
                machine.jvm() + ", " + String.join(" + ", machine.collectors())
                        + (machine.flags().isEmpty() ? "" : ", " + String.join(" ", machine.flags())));
        fact("Isolane", machine.version() + ", commit " + machine.commit());
        fact("Date", machine.date().toString());
    }

    private void fact(String name, String text) {
        into.open("div", "class", "fact")
                .element("dt", name)
                .element("dd", text)
                .close();
    }

    private String ending() {
        return evidence.results()
                .end()
                .map(end -> (end.complete() ? "complete" : "ended early") + " after " + duration(end.seconds()))
                .orElse("cut off");
    }

    private static String duration(double seconds) {
        if (seconds < 120) {
            return Math.round(seconds) + "\u00a0s";
        }
        return seconds < 7200 ? Math.round(seconds / 60) + "\u00a0min" : Math.round(seconds / 3600) + "\u00a0h";
    }
}
