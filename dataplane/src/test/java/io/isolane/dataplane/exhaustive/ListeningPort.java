package io.isolane.dataplane.exhaustive;

import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.RawMemory;
import io.isolane.dataplane.exhaustive.rules.RuleBook;
import io.isolane.dataplane.exhaustive.rules.TagStack;
import io.isolane.dataplane.port.Port;
import io.isolane.dataplane.port.PortContext;
import io.isolane.dataplane.port.PortStatus;
import java.util.Arrays;

/** A port that sends what it was given and notes with which tags it heard each question. */
final class ListeningPort implements Port {
    private static final int TAG = 4;
    private static final int TYPE_AT = 12;
    private static final int HEADER = 14;

    private final int index;
    private final FrameMemory memory;
    private final FrameCache cache;
    private final long[] waiting = new long[SmallSwitch.MOST_QUESTIONS];
    private final long[] heard = new long[SmallSwitch.MOST_QUESTIONS];
    private int count;
    private int tpid;

    ListeningPort(int index, FrameMemory memory, FrameCache cache) {
        this.index = index;
        this.memory = memory;
        this.cache = cache;
    }

    /** What tags that travel beside frames are here. */
    void tpid(int type) {
        tpid = type;
    }

    int tpid() {
        return tpid;
    }

    /** The tags with which question {@code question} was heard, or {@link RuleBook#NOTHING}. */
    long heard(int question) {
        return heard[question];
    }

    void forget(int questions) {
        Arrays.fill(heard, 0, questions, RuleBook.NOTHING);
    }

    void send(long frame) {
        waiting[count++] = frame;
    }

    @Override
    public int receive(long[] frames, int max) {
        int taken = count;
        System.arraycopy(waiting, 0, frames, 0, taken);
        count = 0;
        return taken;
    }

    @Override
    public int transmit(long[] frames, int sent) {
        for (int i = 0; i < sent; i++) {
            note(frames[i]);
            cache.free(frames[i]);
        }
        return sent;
    }

    private void note(long frame) {
        long address = memory.frameAddress(frame);
        long type = address + TYPE_AT;
        long tags = tags(type);
        int length = HEADER + TAG * TagStack.size(tags) + QuestionFrames.PAYLOAD;
        long payload = address + length - QuestionFrames.PAYLOAD;
        if (word(payload - 2) != QuestionFrames.TYPE || Descriptor.length(frame) != length) {
            throw new IllegalStateException("port " + index + " heard a damaged frame of " + Descriptor.length(frame)
                    + " bytes: " + TagStack.text(tags));
        }
        int question = RawMemory.getIntBigEndian(payload) & 0xffff;
        if (heard[question] != RuleBook.NOTHING) {
            throw new IllegalStateException("port " + index + " heard question " + question + " twice");
        }
        heard[question] =
                Descriptor.isTagged(frame) ? TagStack.push(tags, Translation.kind(tpid), Descriptor.tci(frame)) : tags;
    }

    private static long tags(long at) {
        int kind = Translation.kind(word(at));
        return kind == 0 ? TagStack.EMPTY : TagStack.push(tags(at + TAG), kind, word(at + 2));
    }

    /** The 16 bits at an address. */
    private static int word(long at) {
        return Short.toUnsignedInt(RawMemory.getShortBigEndian(at));
    }

    @Override
    public String name() {
        return "port" + index;
    }

    @Override
    public PortStatus status() {
        return PortStatus.UP;
    }

    @Override
    public void open(PortContext context) {}

    @Override
    public void close() {}
}
