package io.isolane.dataplane.linux;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LinuxTest {
    @Test
    void shouldWorkOnTheProcessorsWhoseStructuresItKnows() {
        assertThat(Linux.isSupported("Linux", "amd64")).isTrue();
        assertThat(Linux.isSupported("Linux", "aarch64")).isTrue();
        assertThat(Linux.isSupported("Linux", "riscv64")).isFalse();
        assertThat(Linux.isSupported("Mac OS X", "aarch64")).isFalse();
    }

    @Test
    void shouldSayElsewhereWhichPortsWork() {
        assertThat(Linux.refusal("TAP ports", "Mac OS X", "aarch64"))
                .isEqualTo("TAP ports need Linux on x86-64 or aarch64; this is Mac OS X on aarch64:"
                        + " use in-memory or pcap ports");
    }
}
