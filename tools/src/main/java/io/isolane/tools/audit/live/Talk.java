package io.isolane.tools.audit.live;

import static io.isolane.tools.audit.evidence.Station.HOST;
import static io.isolane.tools.audit.evidence.Station.LAN;
import static io.isolane.tools.audit.evidence.Station.VM2;
import static io.isolane.tools.audit.evidence.Station.VM3;

import io.isolane.tools.audit.evidence.Station;
import io.isolane.tools.audit.scene.Scene;
import io.isolane.tools.audit.scene.Segment;
import io.isolane.tools.program.Program;
import io.isolane.tools.program.Programs;
import io.isolane.tools.run.IpCommand;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the stations say to each other. Confined to its thread. */
final class Talk {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String STREAM_SECONDS = "2";
    private static final String STREAM_BITS_PER_SECOND = "40M";

    private final Scene scene;
    private final Programs programs;

    Talk(Scene scene, Programs programs) {
        this.scene = scene;
        this.programs = programs;
    }

    /** Everyone speaks once, so that the switch knows where they are. */
    void introduce() throws IOException {
        List<Program> pings = new ArrayList<>();
        for (Station each : scene.members()) {
            pings.add(ping(each, serverOf(each)));
        }
        succeed(pings);
    }

    /** The experiment's traffic; addresses are asked for anew. */
    void talk() throws IOException {
        for (Station each : scene.members()) {
            IpCommand.run("-n", Laboratory.namespace(each), "neighbour", "flush", "all");
        }
        resolveAndCallOut();
        fetch();
        stream();
    }

    private void resolveAndCallOut() throws IOException {
        List<Program> necessary = new ArrayList<>();
        List<Program> unanswered = new ArrayList<>();
        for (Station each : scene.members()) {
            necessary.add(run(each, "dig", "+tries=2", "+time=2", "@" + serverOf(each), Servers.NAME));
        }
        necessary.add(ping(VM3, serverOf(VM3)));
        (isNeighbour() ? necessary : unanswered).add(ping(VM2, addressOf(VM3)));
        unanswered.add(broadcast(VM2, scene.segmentOf(VM2)));
        unanswered.add(broadcast(HOST, scene.segmentOf(HOST)));
        for (Segment segment : scene.segmentsOfOthers()) {
            unanswered.add(broadcast(LAN, segment));
        }
        succeed(necessary);
        for (Program each : unanswered) {
            each.end(PATIENCE);
        }
    }

    private void fetch() throws IOException {
        List<Program> fetches = new ArrayList<>();
        for (Station each : List.of(VM2, HOST)) {
            String page = "http://" + serverOf(each) + ":" + Servers.HTTP + "/" + Servers.PAGE;
            fetches.add(run(
                    each,
                    "curl",
                    "--silent",
                    "--show-error",
                    "--fail",
                    "--max-time",
                    "10",
                    "--output",
                    "/dev/null",
                    page));
        }
        succeed(fetches);
    }

    private void stream() throws IOException {
        succeed(List.of(stream(VM2, Servers.STREAM_OF_VM2), stream(HOST, Servers.STREAM_OF_HOST)));
    }

    private Program stream(Station from, int port) throws IOException {
        return run(
                from,
                "iperf3",
                "--client",
                serverOf(from),
                "--port",
                Integer.toString(port),
                "--time",
                STREAM_SECONDS,
                "--bitrate",
                STREAM_BITS_PER_SECOND);
    }

    private Program ping(Station from, String address) throws IOException {
        return run(from, "ping", "-n", "-q", "-c", "5", "-i", "0.05", "-W", "1", address);
    }

    private Program broadcast(Station from, Segment segment) throws IOException {
        return run(from, "ping", "-n", "-q", "-b", "-c", "5", "-i", "0.05", "-W", "1", segment.broadcast());
    }

    private Program run(Station station, String... words) throws IOException {
        return programs.start(Laboratory.namespace(station), words);
    }

    private boolean isNeighbour() {
        return scene.segmentOf(VM2).equals(scene.segmentOf(VM3));
    }

    private String serverOf(Station station) {
        return scene.segmentOf(station).address(LAN);
    }

    private String addressOf(Station station) {
        return scene.segmentOf(station).address(station);
    }

    private static void succeed(List<Program> programs) throws IOException {
        for (Program each : programs) {
            each.succeed(PATIENCE);
        }
    }
}
