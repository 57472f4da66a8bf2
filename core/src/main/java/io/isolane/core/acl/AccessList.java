package io.isolane.core.acl;

import java.util.List;

/**
 * Rules under a name, which any number of ports may be given; the first that matches a frame decides. Compiled when it is made.
 * Immutable; any thread.
 */
public final class AccessList {
    /** Most rules of a list. */
    public static final int MAX_RULES = AccessTable.MAX_RULES;

    private final String name;
    private final List<AccessRule> rules;
    private final AccessTable table;

    /**
     * A list of rules.
     *
     * @param name in messages and counters
     * @throws IllegalArgumentException for no rules, or more than {@link #MAX_RULES}
     */
    public AccessList(String name, List<AccessRule> rules) {
        this.name = name;
        this.rules = List.copyOf(rules);
        if (rules.isEmpty() || rules.size() > MAX_RULES) {
            throw new IllegalArgumentException("access list '" + name + "' has " + rules.size()
                    + " rules: a list has 1 to " + MAX_RULES + ", and a port may have several lists");
        }
        this.table = TableCompiler.compile(this.rules);
    }

    public static AccessList of(String name, AccessRule... rules) {
        return new AccessList(name, List.of(rules));
    }

    public String name() {
        return name;
    }

    public List<AccessRule> rules() {
        return rules;
    }

    AccessTable table() {
        return table;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof AccessList list && name.equals(list.name) && rules.equals(list.rules));
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + rules.size();
    }

    @Override
    public String toString() {
        return "access list '" + name + "' of " + rules.size() + " rules";
    }
}
