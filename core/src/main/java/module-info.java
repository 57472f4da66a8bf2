/** The nouns of the switch; the JDK alone. */
module io.isolane.core {
    exports io.isolane.core.acl;
    exports io.isolane.core.binding;
    exports io.isolane.core.counter;
    exports io.isolane.core.frame;
    exports io.isolane.core.memory;
    exports io.isolane.core.policy;
    exports io.isolane.core.ring;
    exports io.isolane.core.table;

    requires static org.jspecify;
}
