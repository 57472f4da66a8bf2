package io.isolane.benchmarks.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.policy.PortProfile;
import io.isolane.dataplane.MemoryConfig;
import io.isolane.dataplane.TableConfig;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The C reference. */
final class CFabric implements Fabric {
    private static final int LONGEST = 1 << 17;
    private static final long DONE = 1;

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment frame = arena.allocate(LONGEST);
    private final MemorySegment tag = arena.allocate(ValueLayout.JAVA_LONG);
    private final CReference reference;

    CFabric(Build build, MemoryConfig memory, TableConfig table, List<PortProfile> ports) throws IOException {
        reference = new CReference(build, memory, table);
        ports.forEach(reference::attach);
    }

    @Override
    public void send(int port, byte[] bytes, int tci) {
        MemorySegment.copy(bytes, 0, frame, ValueLayout.JAVA_BYTE, 0, bytes.length);
        assertThat(reference.call("reference_send", port, frame.address(), bytes.length, tci))
                .isEqualTo(DONE);
    }

    @Override
    public void offer(int port, long descriptor) {
        assertThat(reference.call("reference_offer", port, descriptor)).isEqualTo(DONE);
    }

    @Override
    public void pass(int from, int to) {
        reference.call("reference_pass", from, to);
    }

    @Override
    public void link(int port, boolean isUp) {
        reference.call("reference_link", port, isUp ? 1 : 0);
    }

    @Override
    public void poll(int millis) {
        reference.call("reference_poll", millis);
    }

    @Override
    public List<Heard> heard(int port) {
        List<Heard> heard = new ArrayList<>();
        for (int length = receive(port); length >= 0; length = receive(port)) {
            byte[] bytes = frame.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
            heard.add(new Heard(HexFormat.of().formatHex(bytes), (int) tag.get(ValueLayout.JAVA_LONG, 0)));
        }
        return heard;
    }

    @Override
    public Map<String, Long> counters(int port) {
        return reference.counters(port);
    }

    @Override
    public void close() {
        reference.close();
        arena.close();
    }

    private int receive(int port) {
        return (int) reference.call("reference_receive", port, frame.address(), tag.address());
    }
}
