package io.isolane.tools.bench.campaign;

import io.isolane.tools.bench.results.Entry;
import io.isolane.tools.bench.results.Entry.Result;
import io.isolane.tools.bench.results.Entry.Value;
import io.isolane.tools.bench.trial.Device;
import java.util.List;
import java.util.Map;

/** Results as a suite writes them. Stateless. */
final class Found {
    private Found() {}

    static Result result(String test, String device, List<String> remarks, Value... values) {
        Device described = new Device(device, "learning", 4, Map.of("rings", "4096"));
        return new Result(test, described, "64", 256, 1, List.of(values), remarks, null);
    }

    /** A rate with bounds. */
    static Value rate(String name, double low, double high) {
        return new Value(name, null, "frames/s", low, low, high);
    }

    /** A trial in which threads of tester and device were late. */
    static Entry.Trial trial(String test, String device, double senderLate, double deviceLate) {
        Device described = new Device(device, "learning", 4, Map.of("rings", "4096"));
        return new Entry.Trial(
                test,
                described,
                "64",
                256,
                1,
                1e6,
                1,
                1,
                1,
                1,
                0,
                0,
                0,
                0,
                1e6,
                Map.of(),
                Map.of("max", senderLate),
                Map.of("max", deviceLate),
                List.of(),
                "");
    }
}
