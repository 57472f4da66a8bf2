package io.isolane.tools.regress.subject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Builds the jar of benchmarks of a source tree with Maven, without tests.
 *
 * @param tree the root of the sources
 */
record Build(Path tree) {
    private static final List<String> MAVEN = List.of(
            "mvn",
            "-B",
            "-q",
            "-Dmaven.test.skip=true",
            "-Dspotless.check.skip=true",
            "-pl",
            "benchmarks",
            "-am",
            "package");

    Path run() throws IOException {
        Path pom = tree.resolve("pom.xml");
        if (!Files.exists(pom)) {
            throw new IOException(tree + " has no pom.xml: it cannot be built");
        }
        Ran.command(tree, MAVEN).require("the build of " + tree + " failed");
        Path jar = tree.resolve("benchmarks/target/benchmarks.jar");
        if (!Files.exists(jar)) {
            throw new IOException("the build of " + tree + " left no " + jar);
        }
        return jar;
    }
}
