package io.isolane.tools.regress.subject;

import java.nio.file.Path;

/**
 * A jar of benchmarks and where it comes from. Immutable.
 *
 * @param name what the user called it, with the commit where it is one
 * @param jar a copy of our own, which no build changes
 * @param id what it is whatever it is called: the commit's id, or the jar's SHA-256 where it is built from no commit
 * @param sha256 of the jar, in hexadecimal
 */
public record Subject(String name, String id, Path jar, String sha256) {}
