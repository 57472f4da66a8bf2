package io.isolane.dataplane.exhaustive.rules;

import io.isolane.dataplane.exhaustive.rules.HearingTable.Case;
import io.isolane.dataplane.exhaustive.rules.Question.Origin;
import io.isolane.dataplane.exhaustive.rules.Question.Shape;
import io.isolane.dataplane.exhaustive.rules.Question.Target;
import io.isolane.dataplane.exhaustive.rules.TagRules.Entered;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who hears what in one configuration, once every port's stations have spoken in every VLAN that they can. */
public final class RuleBook {
    /** Heard by a port that hears nothing. */
    public static final long NOTHING = -1;

    private static final int UNKNOWN = -1;
    private static final int DEFAULT_VID = 1;

    private final Setup setup;
    private final List<Plug> plugs;
    private final int[] domains;
    private final Wiring[] wirings;
    private final @Nullable Entered[][] entered;

    /** The rules for {@code setup}. */
    public RuleBook(Setup setup) {
        this.setup = setup;
        this.plugs = setup.plugs();
        this.domains = Domains.of(setup);
        this.wirings = new Wiring[plugs.size()];
        this.entered = new Entered[plugs.size()][Questions.TAGS.size()];
        for (int port = 0; port < plugs.size(); port++) {
            wirings[port] = wiring(port);
            for (int tags = 0; tags < entered[port].length; tags++) {
                entered[port][tags] = TagRules.enter(wirings[port], Questions.TAGS.get(tags));
            }
        }
    }

    /** For each port, the tags with which it hears the frame, or {@link #NOTHING}. */
    public void answer(int from, Question frame, long[] heard) {
        Arrays.fill(heard, NOTHING);
        Entered in = entered[from][frame.tags()];
        if (in == null || isRefused(from, frame) || !mayBeSource(from, frame)) {
            return;
        }
        int addressee = frame.target().isGroup() ? UNKNOWN : addressee(from, frame, in);
        for (int to = 0; to < plugs.size() && addressee != from; to++) {
            if (isInReach(from, to, in) && hears(from, to, frame.target(), addressee, in)) {
                heard[to] = TagRules.leave(wirings[to], in, plugs.get(to).is(Trait.KEEPS_PRIORITY));
            }
        }
    }

    // ---- where a frame enters

    private boolean isRefused(int from, Question frame) {
        boolean isToItself = frame.target() == Target.ITSELF
                || (frame.target() == Target.STATION && frame.about() == from && frame.origin() == Origin.STATION);
        return isToItself
                || frame.shape() != Shape.WHOLE
                || frame.origin() == Origin.GROUP
                || frame.origin() == Origin.ZERO
                || (frame.target() == Target.LINK_LOCAL && !plugs.get(from).is(Trait.LINK_LOCAL));
    }

    /** A registered guest sends from its own address, or has been allowed more. */
    private boolean mayBeSource(int from, Question frame) {
        Plug plug = plugs.get(from);
        if (!setup.isRegistered(plug) || plug.is(Trait.FORGES)) {
            return true;
        }
        return switch (frame.origin()) {
            case STATION -> true;
            case STRANGER, SECOND_STATION -> plug.is(Trait.CHANGES);
            default -> false;
        };
    }

    private Wiring wiring(int port) {
        Plug plug = plugs.get(port);
        Net net = setup.nets().get(plug.network());
        if (!domainHasVlans(port) || plug.wiring().type() != Wiring.Type.NONE) {
            return plug.wiring();
        }
        if (net.inside() == Mode.PRIVATE_VLAN) {
            return Wiring.access(plug.part().vid());
        }
        if (net.division() == Net.Division.VLAN_PER_GUEST) {
            return plug.isUplink() ? dividedUplink(plug) : Wiring.access(net.vid());
        }
        return plug.isUplink() ? Wiring.TRUNK_OF_ALL : Wiring.access(DEFAULT_VID);
    }

    private Wiring dividedUplink(Plug plug) {
        return Wiring.trunk(
                TagStack.CUSTOMER,
                setup.nets().stream()
                        .filter(net -> (plug.networks() >> setup.nets().indexOf(net) & 1) != 0)
                        .map(Net::vid)
                        .toArray(Integer[]::new));
    }

    /** As soon as one port has a VLAN, all have one. */
    private boolean domainHasVlans(int port) {
        for (int other = 0; other < plugs.size(); other++) {
            if (domains[other] == domains[port] && plugs.get(other).wiring().type() != Wiring.Type.NONE) {
                return true;
            }
        }
        return setup.nets().get(plugs.get(port).network()).bringsVlans();
    }

    // ---- whom it may reach

    private boolean isInReach(int from, int to, Entered in) {
        Plug sender = plugs.get(from);
        Plug listener = plugs.get(to);
        boolean isDeaf = listener.is(Trait.REPORTS_OTHER) && !listener.is(Trait.CHANGES);
        if (from == to || domains[from] != domains[to] || isDeaf || !carries(to, in)) {
            return false;
        }
        boolean meet = (sender.networks() & listener.networks()) != 0 && !(sender.isUplink() && listener.isUplink());
        if (!meet) {
            return isOnSharedMedium(sender) && isOnSharedMedium(listener);
        }
        boolean bothProtected = sender.is(Trait.PROTECTED) && listener.is(Trait.PROTECTED);
        return !(mode(sender, listener) == Mode.PROTECTED && bothProtected);
    }

    private boolean carries(int to, Entered in) {
        Wiring wiring = wirings[to];
        if (wiring.isService() != in.isService()) {
            return false;
        }
        Plug plug = plugs.get(to);
        boolean isEdgeOfPrivate =
                setup.nets().get(plug.network()).inside() == Mode.PRIVATE_VLAN && wiring.type() == Wiring.Type.ACCESS;
        return isEdgeOfPrivate
                ? Arrays.stream(Part.values())
                        .anyMatch(part -> part.vid() == in.vid() && HearingTable.hearsPrivately(part, plug.part()))
                : wiring.carries(in.vid());
    }

    private boolean isOnSharedMedium(Plug plug) {
        for (int net = 0; net < setup.nets().size(); net++) {
            if ((plug.networks() >> net & 1) != 0
                    && setup.nets().get(net).inside().isShared()) {
                return true;
            }
        }
        return false;
    }

    /** The mode that decides is that of the network whose guest or host sends or listens. Uplinks hear each other on a shared medium only. */
    private Mode mode(Plug sender, Plug listener) {
        if (sender.isUplink() && listener.isUplink()) {
            return Mode.HOST_SHIELDED;
        }
        Plug edge = sender.isUplink() ? listener : sender;
        return setup.nets().get(edge.network()).inside();
    }

    // ---- who hears it

    private boolean hears(int from, int to, Target target, int addressee, Entered in) {
        Plug sender = plugs.get(from);
        Plug listener = plugs.get(to);
        Mode mode = mode(sender, listener);
        if (target.isGroup()) {
            boolean asksForAll = target != Target.LINK_LOCAL && !mode.isShared() && listener.is(Trait.PROMISCUOUS);
            return asksForAll || isGroupOpen(listener, target);
        }
        Case aim = aim(from, to, addressee, in);
        boolean takes = HearingTable.hears(mode, sender.role(), listener.role(), aim);
        if (mode.isShared() || aim == Case.A_HOSTS) {
            return takes;
        }
        boolean isKeptFromFlood = addressee == UNKNOWN && listener.is(Trait.UNFLOODED);
        return (takes && !isKeptFromFlood) || listener.is(Trait.PROMISCUOUS);
    }

    private static boolean isGroupOpen(Plug listener, Target target) {
        return switch (target) {
            case LINK_LOCAL -> listener.is(Trait.LINK_LOCAL);
            case BROADCAST -> !listener.is(Trait.NO_BROADCAST);
            default -> !listener.is(Trait.NO_MULTICAST);
        };
    }

    private Case aim(int from, int to, int addressee, Entered in) {
        if (addressee == UNKNOWN) {
            return Case.UNKNOWN;
        }
        if (addressee == to) {
            return Case.ITS_OWN;
        }
        return isShieldedHost(addressee) && isInReach(from, addressee, in) ? Case.A_HOSTS : Case.ANOTHERS;
    }

    private boolean isShieldedHost(int port) {
        Plug plug = plugs.get(port);
        return plug.role() == Role.HOST && setup.nets().get(plug.network()).inside() == Mode.HOST_SHIELDED;
    }

    // ---- who is known where

    /** The port behind which the frame's addressee is known to be, or {@link #UNKNOWN}. */
    private int addressee(int from, Question frame, Entered in) {
        int port = frame.target() == Target.SECOND_STATION ? from : frame.about();
        boolean isKnown = switch (frame.target()) {
            case STATION ->
                domains[port] == domains[from] && (isGiven(port, in) || (isLearnt(port) && hasSpokenIn(port, in)));
            case SECOND_STATION -> isLearnt(port) && !setup.hasChangers();
            default -> false;
        };
        return isKnown ? port : UNKNOWN;
    }

    /** The configuration says where registered guests are, and the host of a shielded network: in every VLAN of their port. */
    private boolean isGiven(int port, Entered in) {
        boolean isSaid = setup.isRegistered(plugs.get(port)) || isShieldedHost(port);
        return isSaid && wirings[port].isService() == in.isService() && wirings[port].carries(in.vid());
    }

    private boolean isLearnt(int port) {
        Plug plug = plugs.get(port);
        boolean isHub = true;
        for (int net = 0; net < setup.nets().size(); net++) {
            isHub &= (plug.networks() >> net & 1) == 0 || setup.nets().get(net).inside() == Mode.SHARED_MEDIUM;
        }
        return !isHub && !plug.is(Trait.UNLEARNT) && !setup.isRegistered(plug);
    }

    /** Stations are known by VLAN; the secondary VLANs know those of the primary one, and it theirs. */
    private boolean hasSpokenIn(int port, Entered in) {
        boolean isPrivate = setup.nets().get(plugs.get(port).network()).inside() == Mode.PRIVATE_VLAN;
        for (Entered own : entered[port]) {
            if (own != null && own.isService() == in.isService() && (isPrivate || own.vid() == in.vid())) {
                return true;
            }
        }
        return false;
    }
}
