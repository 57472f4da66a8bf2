package io.isolane.tools.regress.jmh;

import java.nio.file.Path;
import java.util.List;

/**
 * What one side runs. Immutable.
 *
 * @param file the jar, which nobody changes meanwhile
 * @param jvmArguments for JMH's own JVM, which hands them on to the one that is measured
 */
public record JmhJar(Path file, List<String> jvmArguments) {
    public JmhJar {
        jvmArguments = List.copyOf(jvmArguments);
    }
}
