package io.isolane.tools.bench.tcp;

import io.isolane.tools.program.Program;
import io.isolane.tools.program.Programs;
import java.io.IOException;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One TCP stream through a link, by iperf3. Stateless. */
final class Stream {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final JsonMapper MAPPER = new JsonMapper();

    private Stream() {}

    /**
     * Lets iperf3 send for {@code seconds}.
     *
     * @return what arrived, bits per second
     * @throws IOException if it cannot be run, or nothing arrives
     */
    static double run(Programs programs, Link link, int seconds) throws IOException {
        Program server = programs.start(link.server(), "iperf3", "--server", "--one-off", "--forceflush");
        server.await(() -> server.output().contains("Server listening"), PATIENCE);
        Program client = programs.start(
                link.client(), "iperf3", "--client", Link.SERVER_ADDRESS, "--time", String.valueOf(seconds), "--json");
        client.succeed(PATIENCE.plusSeconds(seconds));
        server.end(PATIENCE);
        return bitsPerSecond(client.output());
    }

    static double bitsPerSecond(String report) throws IOException {
        JsonNode arrived =
                MAPPER.readTree(report).path("end").path("sum_received").path("bits_per_second");
        if (!arrived.isNumber() || arrived.doubleValue() <= 0) {
            throw new IOException("iperf3 says that nothing arrived: " + report);
        }
        return arrived.doubleValue();
    }
}
