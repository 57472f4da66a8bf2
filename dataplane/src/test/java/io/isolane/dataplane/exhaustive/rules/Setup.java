package io.isolane.dataplane.exhaustive.rules;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A configuration: networks, and ports by their index. */
public record Setup(List<Net> nets, List<Plug> plugs) {
    public Setup {
        nets = List.copyOf(nets);
        plugs = List.copyOf(plugs);
    }

    /** True where guests may make addresses their own, so that a second station would take the place of the first. */
    public boolean hasChangers() {
        return plugs.stream().anyMatch(plug -> plug.is(Trait.CHANGES));
    }

    /** True for a guest or host of a registered network, from whom nothing is learnt. */
    public boolean isRegistered(Plug plug) {
        return !plug.isUplink() && nets.get(plug.network()).inside() == Mode.REGISTERED;
    }

    /** The ports that are so, as a set. */
    public int registered() {
        return IntStream.range(0, plugs.size())
                .filter(port -> isRegistered(plugs.get(port)))
                .map(port -> 1 << port)
                .sum();
    }

    /** One line each. */
    @Override
    public String toString() {
        return nets + plugs.stream().map(plug -> "\n  " + plug).collect(Collectors.joining());
    }
}
