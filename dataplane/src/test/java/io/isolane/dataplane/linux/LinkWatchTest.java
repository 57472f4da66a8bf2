package io.isolane.dataplane.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.dataplane.linux.LinkWatch.Link;
import java.io.IOException;
import java.lang.foreign.Arena;
import org.junit.jupiter.api.Test;

final class LinkWatchTest {
    @Test
    void shouldFollowAnInterfaceUntilItIsGone() throws IOException {
        try (TestNamespace namespace = TestNamespace.create();
                TestNamespace other = TestNamespace.create();
                Interface link = Interface.named("wire", namespace.name());
                Arena arena = Arena.ofConfined()) {
            namespace.connect("wire", other, "wire");
            LinkWatch watch = new LinkWatch(arena, link, link.index());
            Awaited.that("the link comes up", () -> watch.look() == Link.UP);
            link.setUp(false);
            assertThat(watch.look()).isEqualTo(Link.DOWN);
            namespace.run("ip", "link", "delete", "wire");
            assertThat(watch.look()).isEqualTo(Link.GONE);
        }
    }

    @Test
    void shouldNotTakeAnotherInterfaceForTheOneItKnew() throws IOException {
        try (TestNamespace namespace = TestNamespace.create();
                Interface link = Interface.named("wire", namespace.name());
                Arena arena = Arena.ofConfined()) {
            namespace.run("ip", "link", "add", "wire", "type", "veth", "peer", "name", "other");
            LinkWatch watch = new LinkWatch(arena, link, link.index());
            namespace.run("ip", "link", "delete", "wire");
            namespace.run("ip", "link", "add", "wire", "type", "veth", "peer", "name", "other");
            assertThat(watch.look()).isEqualTo(Link.GONE);
        }
    }
}
