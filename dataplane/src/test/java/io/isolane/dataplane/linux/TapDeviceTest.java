package io.isolane.dataplane.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TapDeviceTest {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    @AutoClose
    private final Arena arena = Arena.ofConfined();

    private final MemorySegment place = arena.allocate(80_000, 64);
    private final IoVectors places = new IoVectors(arena, 1);

    @AutoClose
    private TestNamespace namespace;

    @BeforeEach
    void createNamespace() {
        namespace = TestNamespace.createWithTap("tcpdump", "ping");
    }

    @Test
    void shouldAppearInItsNamespaceAndGoAwayWhenClosed() throws IOException {
        try (TapDevice tap = TapDevice.open("tap0", namespace.name(), true)) {
            assertThat(namespace.run("ip", "-o", "link", "show", "tap0")).contains("state DOWN");
            assertThat(tap.virtioHeaderBytes()).isEqualTo(12);
            tap.link().setUp(true);
            assertThat(tap.link().isLinkUp()).isTrue();
        }
        assertThat(namespace.run("ip", "-o", "link")).doesNotContain("tap0");
    }

    @Test
    void shouldBringAFrameToTheNamespaceByteForByte() throws Exception {
        byte[] frame = Frames.broadcast(1486);
        try (TapDevice tap = open();
                Capture capture = Capture.start(namespace, "tap0", 1, "ether", "proto", "0x88b5")) {
            assertThat(write(tap, frame)).isEqualTo(frame.length);
            assertThat(capture.frames()).containsExactly(frame);
        }
    }

    @Test
    void shouldReadWhatTheNamespaceSends() throws IOException {
        try (TapDevice tap = open()) {
            namespace.run("ip", "address", "add", "10.9.0.1/24", "dev", "tap0");
            namespace.run("sh", "-c", "ping -c 1 -W 1 10.9.0.2 || true");
            byte[] request = read(tap);
            assertThat(request).hasSize(42).startsWith(255, 255, 255, 255, 255, 255);
            assertThat(Arrays.copyOfRange(request, 38, 42))
                    .as("the address that ARP asks for")
                    .containsExactly(10, 9, 0, 2);
        }
    }

    @Test
    void shouldSayThatNothingWaits() throws IOException {
        try (TapDevice tap = open()) {
            places.set(0, place.address(), place.byteSize());
            assertThat(tap.read(places, 1)).isEqualTo(-Errno.EAGAIN);
        }
    }

    @Test
    void shouldSayThatTheDeviceWasDeleted() throws IOException {
        try (TapDevice tap = open()) {
            namespace.run("ip", "link", "delete", "tap0");
            places.set(0, place.address(), place.byteSize());
            assertThat(tap.read(places, 1)).isEqualTo(-Errno.EBADFD);
            assertThat(write(tap, Frames.broadcast(50))).isEqualTo(-Errno.EBADFD);
            assertThat(tap.link().exists()).isFalse();
        }
    }

    @Test
    void shouldSayThatTheDeviceIsDown() throws IOException {
        try (TapDevice tap = open()) {
            tap.link().setUp(false);
            assertThat(write(tap, Frames.broadcast(50))).isEqualTo(-Errno.EIO);
            tap.link().setUp(true);
            assertThat(write(tap, Frames.broadcast(50))).isPositive();
        }
    }

    @Test
    void shouldRefuseADeviceThatAnotherHasOpen() throws IOException {
        try (TapDevice tap = open()) {
            assertThatThrownBy(() -> TapDevice.open(tap.link().name(), namespace.name(), true))
                    .isInstanceOf(NativeException.class)
                    .hasMessageContaining("cannot create the TAP device on tap0 in namespace " + namespace.name())
                    .hasMessageContaining("EBUSY");
        }
    }

    @Test
    void shouldLeaveNothingBehindWhenTheNameIsRefused() {
        assertThatThrownBy(() -> TapDevice.open("lo", namespace.name(), true))
                .isInstanceOf(NativeException.class)
                .hasMessageContaining("cannot create the TAP device on lo");
        assertThat(namespace.run("ip", "-o", "link").lines()).hasSize(1);
    }

    private TapDevice open() throws IOException {
        TapDevice tap = TapDevice.open("tap0", namespace.name(), false);
        tap.link().setUp(true);
        return tap;
    }

    private int write(TapDevice tap, byte[] frame) {
        place.copyFrom(MemorySegment.ofArray(frame));
        places.set(0, place.address(), frame.length);
        return tap.write(places, 1);
    }

    private byte[] read(TapDevice tap) {
        PollSet files = new PollSet();
        files.add(tap.file());
        assertThat(files.await(PATIENCE)).as("a frame waits").isEqualTo(1);
        places.set(0, place.address(), place.byteSize());
        int bytes = tap.read(places, 1);
        return place.asSlice(0, bytes).toArray(ValueLayout.JAVA_BYTE);
    }
}
