package io.isolane.dataplane.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class NetworkNamespaceTest {
    private static final Path CURRENT = Path.of("/proc/thread-self/ns/net");

    @Test
    void shouldWorkInsideAndLeaveTheCallerWhereItWas() throws IOException {
        try (TestNamespace namespace = TestNamespace.create()) {
            Path before = Files.readSymbolicLink(CURRENT);
            Path inside = NetworkNamespace.call(namespace.name(), () -> Files.readSymbolicLink(CURRENT));
            assertThat(inside).isNotEqualTo(before);
            assertThat(Files.readSymbolicLink(CURRENT)).isEqualTo(before);
        }
    }

    @Test
    void shouldTakeAPathForANamespaceWithoutAName() throws IOException {
        try (TestNamespace namespace = TestNamespace.create()) {
            String path = "/run/netns/" + namespace.name();
            assertThat(NetworkNamespace.call(path, () -> Files.readSymbolicLink(CURRENT)))
                    .isEqualTo(NetworkNamespace.call(namespace.name(), () -> Files.readSymbolicLink(CURRENT)));
        }
    }

    @Test
    void shouldSayThatANamespaceDoesNotExist() {
        TestNamespace.create().close();
        assertThatThrownBy(() -> NetworkNamespace.call("isolane-none", () -> 1))
                .isInstanceOf(IOException.class)
                .hasMessage("there is no network namespace isolane-none (/run/netns/isolane-none):"
                        + " create it with 'ip netns add', or mend the name");
    }

    @Test
    void shouldThrowWhatTheWorkThrows() {
        IOException failure = new IOException("the work's own");
        assertThatThrownBy(() -> NetworkNamespace.call(null, () -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }
}
