package io.isolane.dataplane.linux;

import java.lang.foreign.Arena;

/**
 * Looks again and again how one interface is: that very one, not one made later under its name. Looking allocates
 * nothing. Confined to one thread; lives as long as its arena.
 */
public final class LinkWatch {
    /** How an interface is. */
    public enum Link {
        UP,
        /** It is there, but set down or without a carrier. */
        DOWN,
        /** It was deleted or moved to another namespace. */
        GONE
    }

    private final Interface link;
    private final int index;
    private final InterfaceRequest request;

    /** @param index the kernel's number for the interface meant */
    public LinkWatch(Arena arena, Interface link, int index) {
        this.link = link;
        this.index = index;
        this.request = new InterfaceRequest(arena, link.name());
    }

    /** How the interface is now. */
    public Link look() {
        if (!isAnswered(Interface.SIOCGIFINDEX) || request.number() != index) {
            return Link.GONE;
        }
        if (!isAnswered(Interface.SIOCGIFFLAGS)) {
            return Link.GONE;
        }
        return Interface.isLinkUp(request.flags()) ? Link.UP : Link.DOWN;
    }

    private boolean isAnswered(long question) {
        return Libc.ask(link.socket(), question, request.address());
    }
}
