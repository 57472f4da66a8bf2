package io.isolane.dataplane.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ProcessorAffinityTest {
    @BeforeEach
    void requireLinux() {
        Assumptions.assumeTrue(Linux.isAvailable(), "pinning threads needs Linux");
    }

    @Test
    void shouldRunOnOneProcessorOnly() throws Exception {
        int allowed = firstAllowed();
        FutureTask<List<String>> pinned = new FutureTask<>(() -> {
            ProcessorAffinity.pinCurrentThread(allowed);
            return Files.readAllLines(Path.of("/proc/thread-self/status"));
        });
        Thread.ofPlatform().start(pinned);
        assertThat(pinned.get()).contains("Cpus_allowed_list:\t" + allowed);
    }

    @Test
    void shouldRefuseAProcessorThatIsNotThere() {
        assertThatThrownBy(() -> ProcessorAffinity.pinCurrentThread(8000))
                .isInstanceOf(NativeException.class)
                .hasMessageContaining("processor 8000")
                .hasMessageContaining("EINVAL");
        assertThatThrownBy(() -> ProcessorAffinity.pinCurrentThread(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static int firstAllowed() throws Exception {
        String list = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("Cpus_allowed_list:"))
                .findFirst()
                .orElseThrow();
        return Integer.parseInt(list.replaceFirst("\\D+(\\d+).*", "$1"));
    }
}
