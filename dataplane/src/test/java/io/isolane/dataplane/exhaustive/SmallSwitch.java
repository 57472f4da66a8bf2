package io.isolane.dataplane.exhaustive;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.binding.Bindings;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.FramePool;
import io.isolane.core.memory.RawMemory;
import io.isolane.core.memory.SlotClass;
import io.isolane.core.policy.ForwardingState;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.RateLimit;
import io.isolane.core.policy.StaticStation;
import io.isolane.core.table.MacTable;
import io.isolane.dataplane.exhaustive.rules.Question;
import io.isolane.dataplane.exhaustive.rules.Questions;
import io.isolane.dataplane.exhaustive.rules.Setup;
import io.isolane.dataplane.exhaustive.rules.TagStack;
import io.isolane.dataplane.pipeline.Pipeline;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The real stages with four ports, told one configuration after the other; a batch holds every question of one port. */
final class SmallSwitch implements AutoCloseable {
    static final int PORTS = 4;
    static final int MOST_QUESTIONS = 256;

    private static final int SLOTS = 1024;
    private static final int STATIONS = 256;
    private static final int MAX_FRAME = 1514;

    private final Arena arena = Arena.ofConfined();
    private final FramePool pool = new FramePool(FrameMemory.allocate(arena, SLOTS, 1));
    private final FrameMemory memory = pool.memory();
    private final FrameCache cache = pool.newCache();
    private final MacTable table = new MacTable(arena, STATIONS, PORTS, new Random(0));
    private final Pipeline pipeline =
            new Pipeline(memory, cache, table, Bindings.allocate(arena, STATIONS, new Random(0)));
    private final List<ListeningPort> ports = new ArrayList<>();
    private final List<PortCounters> counters = new ArrayList<>();
    private final Translation translation = new Translation();
    private ForwardingState state = ForwardingState.EMPTY;
    private boolean hasTagsBeside;

    SmallSwitch() {
        for (int index = 0; index < PORTS; index++) {
            ports.add(new ListeningPort(index, memory, cache));
            counters.add(PortCounters.allocate(arena));
            pipeline.connect(index, ports.get(index), counters.get(index));
            pipeline.restrict(index, MAX_FRAME, RateLimit.NONE);
        }
    }

    /** Forgets all stations and does as {@code setup} says; {@code tagsBeside} as ports do that read tags from a ring or a socket. */
    void configure(Setup setup, boolean tagsBeside) {
        state.stations().forEach(station -> table.remove(key(station)));
        for (int port = 0; port < PORTS; port++) {
            table.flush(port);
        }
        table.expire(0, 0, (int) table.slotCount());
        state = translation.compile(setup);
        state.stations().forEach(station -> table.putStatic(key(station), station.port()));
        hasTagsBeside = tagsBeside;
        for (int port = 0; port < state.portCount(); port++) {
            ports.get(port).tpid(state.port(port).tpid());
        }
    }

    private static long key(StaticStation station) {
        return MacTable.key(station.fid(), station.mac());
    }

    /** Lets a port send all these frames at once; returns how many were dropped. */
    long ask(int from, QuestionFrames frames) {
        List<Question> questions = frames.questions();
        for (int question = 0; question < questions.size(); question++) {
            ports.get(from).send(frame(from, question, frames));
        }
        ports.forEach(port -> port.forget(questions.size()));
        long before = counters.get(from).totalDrops();
        assertThat(pipeline.receive(ports.get(from), PortGuards.MAX_WEIGHT)).isEqualTo(questions.size());
        pipeline.forward(questions.size(), from, counters.get(from), state, 0);
        return counters.get(from).totalDrops() - before;
    }

    private long frame(int from, int question, QuestionFrames frames) {
        Question asked = frames.questions().get(question);
        boolean isBeside = hasTagsBeside
                && QuestionFrames.mayTravelBeside(asked, ports.get(from).tpid());
        byte[] bytes = isBeside ? frames.withoutFirstTag(from, question) : frames.whole(from, question);
        long frame = cache.allocate(bytes.length);
        RawMemory.put(memory.frameAddress(frame), bytes);
        return isBeside ? Descriptor.withTag(frame, TagStack.tci(Questions.TAGS.get(asked.tags()))) : frame;
    }

    /** With which tags a port heard a question of the last batch. */
    long heard(int port, int question) {
        return ports.get(port).heard(question);
    }

    /** Sees that no slot is missing. */
    @Override
    public void close() {
        cache.close();
        assertThat(pool.available(SlotClass.SMALL)).isEqualTo(SLOTS);
        arena.close();
    }
}
