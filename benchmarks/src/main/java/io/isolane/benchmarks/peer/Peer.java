package io.isolane.benchmarks.peer;

/** The switches that are compared. */
public enum Peer {
    ISOLANE {
        @Override
        public SoftwareSwitch open(int ports, int longest, int addresses) {
            return new IsolaneSwitch(ports, longest, addresses);
        }
    },
    /** Arrays of bytes in queues and a {@link java.util.HashMap} of addresses. */
    HASH_MAP {
        @Override
        public SoftwareSwitch open(int ports, int longest, int addresses) {
            return new ByteQueueSwitch(ports, longest, new HashMapTable());
        }
    },
    /** The same with a read-write lock around the table. */
    LOCKED_TABLE {
        @Override
        public SoftwareSwitch open(int ports, int longest, int addresses) {
            return new ByteQueueSwitch(ports, longest, new LockedTable());
        }
    },
    /** Messages in Agrona's rings, and Agrona's map. */
    AGRONA_RINGS {
        @Override
        public SoftwareSwitch open(int ports, int longest, int addresses) {
            return new AgronaRingSwitch(ports, longest);
        }
    };

    /**
     * A switch of this kind that has learnt nothing yet.
     *
     * @param longest bytes of the longest frame it will meet
     * @param addresses stations it will have to know
     */
    public abstract SoftwareSwitch open(int ports, int longest, int addresses);
}
