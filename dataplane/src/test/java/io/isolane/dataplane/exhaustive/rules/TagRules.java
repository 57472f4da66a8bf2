package io.isolane.dataplane.exhaustive.rules;

import org.jspecify.annotations.Nullable;

/** What tags mean where a frame enters, and which it has where it leaves. */
final class TagRules {
    private static final int RESERVED = 4095;

    private TagRules() {}

    /**
     * A frame that is in.
     *
     * @param vid 0 in a network without VLANs
     * @param priority PCP and DEI of the tag that was taken off
     * @param payload the tags that are left
     */
    record Entered(int vid, boolean isService, int priority, long payload) {}

    /** Null for a frame that its tags keep out. */
    static @Nullable Entered enter(Wiring at, long tags) {
        return switch (at.type()) {
            case NONE -> new Entered(0, false, 0, tags);
            case TUNNEL -> new Entered(at.vid(), true, 0, tags);
            case ACCESS -> TagStack.kind(tags) == 0 || isPriorityTag(at, tags) ? untagged(at, tags) : null;
            case TRUNK -> trunk(at, tags);
        };
    }

    private static @Nullable Entered trunk(Wiring at, long tags) {
        boolean isCustomersOnServiceTrunk = at.isService() && TagStack.kind(tags) == TagStack.CUSTOMER;
        if (TagStack.kind(tags) == 0 || isCustomersOnServiceTrunk) {
            return at.vid() == 0 ? null : new Entered(at.vid(), at.isService(), 0, tags);
        }
        if (isPriorityTag(at, tags)) {
            return untagged(at, tags);
        }
        int vid = TagStack.vid(tags);
        boolean namesVlan = TagStack.kind(tags) == at.kind() && vid != 0 && vid != RESERVED;
        return namesVlan && at.carries(vid)
                ? new Entered(vid, at.isService(), TagStack.priority(tags), TagStack.pop(tags))
                : null;
    }

    private static boolean isPriorityTag(Wiring at, long tags) {
        return TagStack.kind(tags) == at.kind() && TagStack.vid(tags) == 0;
    }

    /** Into the port's VLAN, a priority tag taken off; a second tag behind it keeps the frame out. */
    private static @Nullable Entered untagged(Wiring at, long tags) {
        boolean hidesAnother = TagStack.pop(tags) != TagStack.EMPTY;
        return at.vid() == 0 || hidesAnother
                ? null
                : new Entered(at.vid(), at.isService(), TagStack.priority(tags), TagStack.EMPTY);
    }

    /** The tags with which a frame leaves. On a trunk no inner tag is ever shown as if it named a VLAN. */
    static long leave(Wiring at, Entered frame, boolean keepsPriority) {
        boolean isNative = frame.vid() == at.vid() && !at.nativeTagged() && frame.payload() == TagStack.EMPTY;
        if (at.type() == Wiring.Type.TRUNK && !isNative) {
            return TagStack.push(frame.payload(), at.kind(), frame.priority() | frame.vid());
        }
        return keepsPriority && frame.priority() != 0
                ? TagStack.push(frame.payload(), at.kind(), frame.priority())
                : frame.payload();
    }
}
