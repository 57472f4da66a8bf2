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
     * The tests with these names, in the order of the suite; all of them if none is named. A part of a name will do where only one test has it.
     *
     * @throws ParameterException if there is no such test, or there are several
     */
    static Supplier<List<BenchTest>> of(CommandSpec spec, Supplier<List<BenchTest>> suite, List<String> names) {
        List<String> known = suite.get().stream().map(TestChoice::shortName).toList();
        Set<String> chosen = names.stream().map(name -> one(spec, known, name)).collect(Collectors.toSet());
        return () -> suite.get().stream()
                .filter(test -> chosen.isEmpty() || chosen.contains(shortName(test)))
                .toList();
    }

    private static String one(CommandSpec spec, List<String> known, String name) {
        List<String> meant = known.contains(name)
                ? List.of(name)
                : known.stream().filter(test -> test.contains(name)).toList();
        if (meant.size() == 1) {
            return meant.getFirst();
        }
        throw new ParameterException(
                spec.commandLine(),
                meant.isEmpty()
                        ? "There is no test '" + name + "' in this suite: use " + String.join(", ", known)
                        : "Several tests are called '" + name + "': use one of " + String.join(", ", meant));
    }

    /** The name without the suite. */
    static String shortName(BenchTest test) {
        return test.name().substring(test.name().indexOf('/') + 1);
    }
}
