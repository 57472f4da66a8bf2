package io.isolane.dataplane.exhaustive.rules;

/** What is out of the ordinary about a port. */
public enum Trait {
    /** Kept from other protected ports. */
    PROTECTED,
    /** Asks to hear what is not addressed to it. */
    PROMISCUOUS,
    /** Gets no unicast to unknown stations. */
    UNFLOODED,
    /** Gets no group frames but broadcasts. */
    NO_MULTICAST,
    /** Gets no broadcasts. */
    NO_BROADCAST,
    /** Nobody is learnt behind it. */
    UNLEARNT,
    /** Link-local control frames may enter and leave. */
    LINK_LOCAL,
    /** A registered guest that may send from addresses which are not its own. */
    FORGES,
    /** A registered guest that may make another address its own. */
    CHANGES,
    /** Its device reports an address that the port was not given. */
    REPORTS_OTHER,
    /** A priority that would be lost leaves in a tag of VID 0. */
    KEEPS_PRIORITY;

    @SuppressWarnings("EnumOrdinal") // a set of them is a word for as long as a test runs
    int bit() {
        return 1 << ordinal();
    }
}
