package io.isolane.tools.bench.campaign;

import io.isolane.tools.bench.suite.BenchTest;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Which tests of a suite are run. Stateless. */
final class TestChoice {
    private TestChoice() {}

    /**
     * The tests with these names, in the order of the suite; all of them if none is named.
     *
     * @throws ParameterException if there is no such test
     */
    static Supplier<List<BenchTest>> of(CommandSpec spec, Supplier<List<BenchTest>> suite, List<String> names) {
        List<String> known = suite.get().stream().map(TestChoice::shortName).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "There is no test '" + name + "' in this suite: use " + String.join(", ", known));
            }
        }
        Set<String> chosen = names.stream().collect(Collectors.toSet());
        return () -> suite.get().stream()
                .filter(test -> chosen.isEmpty() || chosen.contains(shortName(test)))
                .toList();
    }

    /** The name without the suite. */
    static String shortName(BenchTest test) {
        return test.name().substring(test.name().indexOf('/') + 1);
    }
}
