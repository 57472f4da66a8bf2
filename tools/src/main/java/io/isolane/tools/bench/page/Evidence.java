package io.isolane.tools.bench.page;

import io.isolane.tools.bench.chart.Labels;
import io.isolane.tools.bench.chart.Look;
import io.isolane.tools.bench.machine.Machine;
import io.isolane.tools.bench.results.Entry;
import io.isolane.tools.bench.results.LatencyHistograms;
import io.isolane.tools.bench.results.Results;
import io.isolane.tools.bench.trial.Device;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a report is made of: results and histograms, and what is the same in every picture of them. Immutable.
 *
 * @param results of one run
 * @param histograms those that their tags name; there may be none
 */
record Evidence(Results results, LatencyHistograms histograms) {
    /** The names of the devices, in the order in which they were tested. */
    List<String> devices() {
        return Stream.concat(
                        results.results().stream().map(Entry.Result::device),
                        results.trials().stream().map(Entry.Trial::device))
                .map(Device::name)
                .distinct()
                .toList();
    }

    /** A device's name in a picture: without the first word, where all of several devices share it. */
    String label(String device) {
        List<String> names = devices();
        String first = firstWord(device);
        boolean isShared = names.size() > 1
                && names.stream().allMatch(name -> firstWord(name).equals(first));
        return isShared && device.length() > first.length() ? device.substring(first.length()) : device;
    }

    private static String firstWord(String name) {
        return name.substring(0, name.indexOf(' ') + 1);
    }

    /** A device has the same look in every picture. */
    Look look(String device) {
        return Look.of(Math.max(0, devices().indexOf(device)));
    }

    /** Whether what differs between the devices is their isolation mode. */
    boolean hasModes() {
        return results.results().stream()
                .noneMatch(result -> result.device().mode().equals("-"));
    }

    Labels labels(String title, String subtitle) {
        return new Labels(title, subtitle, results.run().command(), machine());
    }

    /** The machine in a line. */
    String machine() {
        Machine machine = results.run().machine();
        return machine.host() + ", " + machine.cpu() + ", " + Words.count(machine.cores(), "core") + ", "
                + machine.system() + ", " + machine.jvm() + ", isolane " + machine.commit() + ", " + machine.date();
    }
}
