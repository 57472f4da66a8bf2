package io.isolane.tools.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration file that cannot be used. Its message has one line for each problem: file, line, column and mend. */
public final class InvalidConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    InvalidConfigException(String file, List<Problem> problems) {
        super(problems.stream().map(problem -> file + ":" + problem).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** One line for each problem: the file, its line and column, the value, what is wrong and what would mend it. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** In the order of the file. */
    public List<Problem> problems() {
        return problems;
    }
}
