package io.isolane.dataplane.reference;

import io.isolane.core.policy.PortProfile;
import io.isolane.dataplane.ManualSwitch;
import io.isolane.dataplane.WireFrame;
import io.isolane.dataplane.reference.Scenario.Sent;
import io.isolane.dataplane.reference.Scenario.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The switch and the reference while things happen to both; it ends with the first thing in which they differ. */
final class World implements AutoCloseable {
    private static final int STORM = 40;
    private static final int LARGE = 256;
    private static final int SMALL = 3;
    private static final int AGEING = 300;

    private final Topology start;
    private final boolean isCrowded;
    private final Scenario rules;
    private final ManualSwitch real;
    private final Comparison comparison;
    private final List<Step> steps = new ArrayList<>();
    private final List<PortProfile> attached = new ArrayList<>();
    private final List<PortProfile> away = new ArrayList<>();

    /**
     * A world that begins so.
     *
     * @param isCrowded whether the table has room for few stations, which then never age; stations are then heard one at a time, so that it is
     *     plain which is the oldest
     */
    World(Topology start, boolean isCrowded) {
        this.start = start;
        this.isCrowded = isCrowded;
        this.rules = scenario(List.of());
        this.real = rules.start();
        this.comparison = new Comparison(rules, real);
        this.attached.addAll(start.ports());
    }

    private Scenario scenario(List<Step> all) {
        return new Scenario(List.of(start), all, isCrowded ? SMALL : LARGE, isCrowded ? 0 : AGEING);
    }

    // ---- what may happen; ports are counted round

    void send(List<Sending> frames) {
        if (isCrowded) {
            frames.forEach(frame -> {
                happen(new Step.Wait(2));
                happen(new Step.Send(List.of(sent(frame))));
            });
        } else {
            happen(new Step.Send(frames.stream().map(this::sent).toList()));
        }
    }

    /** One frame again and again: more than a guest that does not read has room for. */
    void storm(Sending frame) {
        happen(new Step.Wait(isCrowded ? 2 : 0));
        happen(new Step.Send(Collections.nCopies(STORM, sent(frame))));
    }

    private Sent sent(Sending frame) {
        return new Sent(port(frame.port()).name(), frame.frame(), frame.disguise());
    }

    /** A frame, and which port sends it in which form. */
    record Sending(int port, WireFrame frame, ManualSwitch.Disguise disguise) {}

    void pass(int hundreds) {
        happen(new Step.Wait(isCrowded ? 2 : 101 * hundreds));
    }

    void link(int port, boolean up) {
        happen(new Step.Link(port(port).name(), up));
    }

    void read(int port, boolean on) {
        happen(new Step.Read(port(port).name(), on));
    }

    /** What waits is read first: a tag beside a frame is of the port's kind. */
    void change(int port, ProfileChange change) {
        int place = port % attached.size();
        PortProfile changed = change.of(attached.get(place));
        attached.set(place, changed);
        read(port, true);
        happen(new Step.Change(changed));
    }

    /** Two stay at least, and so does an uplink that joins networks: without it their stations would be strangers for a while. */
    void detach(int port) {
        PortProfile leaving = port(port);
        if (attached.size() > 2 && leaving.networks().size() == 1) {
            attached.remove(leaving);
            away.add(leaving);
            happen(new Step.Detach(leaving.name()));
        }
    }

    void attach(int which) {
        if (!away.isEmpty()) {
            PortProfile coming = away.remove(which % away.size());
            attached.add(coming);
            happen(new Step.Attach(coming));
        }
    }

    /** What is still waiting is read, and everything that was counted compared. */
    void end() {
        IntStream.range(0, attached.size()).forEach(port -> read(port, true));
        comparison.countedDifferently().ifPresent(this::fail);
    }

    private PortProfile port(int number) {
        return attached.get(number % attached.size());
    }

    private void happen(Step step) {
        steps.add(step);
        Optional<Difference> difference = comparison.next(step);
        difference.ifPresent(this::fail);
    }

    private void fail(Difference difference) {
        Scenario smallest = Comparison.smallest(scenario(steps));
        throw new AssertionError(
                "\n" + Script.of(smallest, Comparison.difference(smallest).orElse(difference)));
    }

    @Override
    public void close() {
        real.close();
    }
}
