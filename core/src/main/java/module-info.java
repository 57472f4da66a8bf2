/** The nouns of the switch; the JDK alone. */
module io.isolane.core {
    requires static org.jspecify;
}
