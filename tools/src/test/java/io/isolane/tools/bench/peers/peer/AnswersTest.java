package io.isolane.tools.bench.peers.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.tools.bench.peers.work.Captures;
import io.isolane.tools.bench.peers.work.Work;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other switches answer, as they did: testpmd of DPDK 22.11.11, Open vSwitch 3.1.0, and VPP according to its own tests. */
class AnswersTest {
    @TempDir
    private Path directory;

    @Test
    void shouldCountWhatTestpmdSent() throws IOException {
        assertThat(Testpmd.sent(answer("testpmd.txt"))).containsExactly(4_462_880L, 4_462_880L, 5_207_168L, 5_207_200L);
    }

    @Test
    void shouldNotTakeTheStartOfTestpmdForAnAnswer() throws IOException {
        String start = answer("testpmd.txt").replaceFirst("(?s)testpmd> show.*", "");

        assertThat(Testpmd.sent(start)).isEmpty();
        assertThat(start).contains("forwards packets on");
    }

    @Test
    void shouldCountWhatPollingThreadsReceivedAndNotTheMainThread() throws IOException {
        String one = answer("pmd-stats-show.txt");
        String other = one.replace("core_id 1", "core_id 2").replaceFirst("(?s)main thread:.*", "");
        String main = one.substring(one.indexOf("main thread:")).replace("received: 0", "received: 99");

        assertThat(OpenVSwitchRun.received(one)).contains(3_223_040L);
        assertThat(OpenVSwitchRun.received(other + one)).contains(2 * 3_223_040L);
        assertThat(OpenVSwitchRun.received(main)).isEmpty();
    }

    @Test
    void shouldCountWhatTheStreamsOfVppSent() {
        String answer = """
                Name               Enabled        Count     Parameters
                pcap0-sw_if_inde     Yes           64       limit 64, ...
                s1                   No           136       limit 1000, rate 0.00e0 pps, size 64-64,
                """;

        assertThat(Vpp.sent(answer)).contains(200L);
        assertThat(Vpp.sent("no streams currently defined\n")).isEmpty();
    }

    @Test
    void shouldTakeNamesOfInterfacesForNoComplaintOfVpp() {
        assertThat(Vpp.complaint("pg0\r\npg1\r\npg1.10\r\n")).isEmpty();
        assertThat(Vpp.complaint("pg0\nunknown input `pg7 up'\n")).contains("unknown input `pg7 up'");
    }

    @Test
    void shouldTellVppOfPortsTagsAndStreams() throws IOException {
        Cores cores = new Cores(1, List.of(0));
        Place place = new Place(directory, cores, new Captures(directory), Duration.ofSeconds(1));

        assertThat(Vpp.setup(Work.named("trunk").orElseThrow(), place))
                .contains(
                        "set interface l2 bridge pg0.10 1",
                        "set interface l2 tag-rewrite pg0.10 pop 1",
                        "set interface l2 bridge pg1 1",
                        "packet-generator new { name s0 interface pg0 limit 1e15 pcap "
                                + directory.resolve("trunk-0.pcap") + " }")
                .endsWith("packet-generator enable");
        assertThat(Vpp.setup(Work.named("flood").orElseThrow(), place))
                .filteredOn(line -> line.startsWith("packet-generator new"))
                .hasSize(1);
        assertThat(Vpp.startup(directory, cores)).contains("cpu { main-core 0 corelist-workers 1 }");
    }

    @Test
    void shouldTakeTheLastWholeLineOfACount() {
        String lines = CounterLines.line(1, 10) + "\n" + CounterLines.line(123, 456) + "\n";

        assertThat(CounterLines.last(lines)).contains(new Sample(123, 456));
        assertThat(CounterLines.last(lines + "counted 9")).contains(new Sample(123, 456));
        assertThat(CounterLines.last("[memory: Provisioned a huge page]\n")).isEqualTo(Optional.empty());
    }

    private static String answer(String name) throws IOException {
        try (InputStream stored = Objects.requireNonNull(AnswersTest.class.getResourceAsStream(name))) {
            return new String(stored.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
