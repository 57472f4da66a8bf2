package io.isolane.dataplane.exhaustive;

import io.isolane.dataplane.exhaustive.rules.Question;

/** The addresses of the stations that the questions are about. */
final class Stations {
    private static final long STATION = 0x02_00_00_00_00_10L;
    private static final long SECOND = 0x02_00_00_00_00_20L;
    private static final long STRANGER = 0x02_00_00_00_00_30L;
    private static final long INVENTED = 0x02_00_00_00_00_40L;
    private static final long REPORTED = 0x02_00_00_00_00_50L;

    private Stations() {}

    /** The station behind a port. */
    static long of(int port) {
        return STATION + port;
    }

    /** What the device of a port says it is, if it says something else. */
    static long reported(int port) {
        return REPORTED + port;
    }

    static long destination(int from, Question frame) {
        return switch (frame.target()) {
            case BROADCAST -> 0xffff_ffff_ffffL;
            case GROUP -> 0x0100_5e00_00fbL;
            case LINK_LOCAL -> 0x0180_c200_0000L + frame.tags() % 16;
            case BESIDE_LINK_LOCAL -> 0x0180_c200_0010L;
            case STATION -> of(frame.about());
            case SECOND_STATION -> SECOND + from;
            case STRANGER -> STRANGER;
            case ITSELF -> source(from, frame);
        };
    }

    static long source(int from, Question frame) {
        return switch (frame.origin()) {
            case STATION -> of(from);
            case SECOND_STATION -> SECOND + from;
            case GROUP -> 0x0300_0000_0000L + from;
            case ZERO -> 0;
            case NEIGHBOUR -> of(frame.about());
            case STRANGER -> INVENTED + from;
        };
    }
}
