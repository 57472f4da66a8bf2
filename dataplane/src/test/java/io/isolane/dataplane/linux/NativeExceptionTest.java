package io.isolane.dataplane.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class NativeExceptionTest {
    @Test
    void shouldSayWhatWasTriedWhyItFailedAndWhatMendsIt() {
        assertThatThrownBy(() -> NativeException.check(-Errno.EPERM, "create the TAP device", "tap0"))
                .hasMessage("cannot create the TAP device on tap0: EPERM (operation not permitted):"
                        + " run as root, or give the java binary CAP_NET_ADMIN and CAP_NET_RAW"
                        + " (and CAP_SYS_ADMIN for namespaces)");
        assertThat(new NativeException("open a TAP device", "/dev/net/tun", Errno.ENOENT))
                .hasMessageEndingWith("load the kernel's TUN/TAP driver with 'modprobe tun'");
        assertThat(new NativeException("create the TAP device", "tap0", Errno.EBUSY))
                .hasMessageContaining("another process has it open");
    }

    @Test
    void shouldKeepTheNumberOfAnErrorWithoutAName() {
        NativeException failure = new NativeException("open a packet socket", "eth0", 123);
        assertThat(failure).hasMessage("cannot open a packet socket on eth0: error 123");
        assertThat(failure.errno()).isEqualTo(123);
    }

    @Test
    void shouldPassOnWhatIsNoError() throws NativeException {
        assertThat(NativeException.check(7, "open", "a file")).isEqualTo(7);
    }
}
