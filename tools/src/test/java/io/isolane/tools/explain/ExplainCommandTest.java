package io.isolane.tools.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.tools.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ExplainCommandTest {
    private static final String BROADCAST = "ff:ff:ff:ff:ff:ff";
    private static final String RED = "52:54:00:77:00:01";

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @Test
    void shouldPrintOneLineForEachDecision() {
        assertThat(explain("vlans", "red1", "--dst", BROADCAST, "--src", RED)).isZero();

        assertThat(out.toString().lines())
                .containsExactly(
                        "admission  admitted to VLAN 10: no tag names a VLAN, so the port's own",
                        "learning   learnt: 52:54:00:77:00:01 is on red1 from now on",
                        "lookup     group: ff:ff:ff:ff:ff:ff is a group address",
                        "reach      red2, router: where frames from red1 in VLAN 10 may ever leave",
                        "delivery   not sent to red1: it came from there",
                        "           sent without a tag, 60 bytes, to red2: broadcasts are flooded there",
                        "           not sent to blue: outside the reach",
                        "           sent with tag 0x8100 0x000a (VID 10, PCP 0), 64 bytes, to router: broadcasts are"
                                + " flooded there");
        assertThat(errors.toString()).isEmpty();
    }

    @Test
    void shouldNameTheRuleOfAnAccessListThatDecides() {
        String toServer = "020000000009020000000001" + "0800";
        String tcp = "4500002800000000400600000a4d00010a4d0009" + "1388%s" + "00".repeat(16);

        assertThat(explain("access-lists", "vm1", "--hex", toServer + tcp.formatted("0019")))
                .isZero();
        assertThat(out.toString())
                .contains(
                        "filtering  dropped as access-list-in: by rule 2 of access list 'from-guest': deny protocol tcp"
                                + " destination-port 25,465,587 mirror mail")
                .contains("to capture: a mirror copies it there");
        assertThat(explain("access-lists", "vm1", "--hex", toServer + tcp.formatted("0017")))
                .isZero();
        assertThat(out.toString())
                .contains("filtering  permitted: by rule 3 of access list 'from-guest': permit all")
                .contains("dropped as access-list-out at server: no rule of its access lists permits it");
        assertThat(explain("access-lists", "vm1", "--hex", toServer + tcp.formatted("0050")))
                .isZero();
        assertThat(out.toString())
                .contains("permitted by rule 1 of access list 'to-server': permit destination 10.77.0.9/32 protocol tcp"
                        + " destination-port 80,443");
    }

    @Test
    void shouldKnowTheStationsItIsToldOf() {
        assertThat(explain(
                        "vlans",
                        "router",
                        "--dst",
                        RED,
                        "--src",
                        "52:54:00:77:00:fe",
                        "--vlan",
                        "10:5",
                        "--learn",
                        RED + "@red1"))
                .isZero();

        assertThat(out.toString())
                .contains("its tag names VLAN 10; the tag is taken out, and PCP 5 kept beside the frame")
                .contains("lookup     known on red1: 52:54:00:77:00:01 was learnt there")
                .contains("not sent to red2: its destination is on red1")
                .contains("sent without a tag, 60 bytes, to red1: its destination is there");
    }

    @Test
    void shouldDropAForgedSourceOfARegisteredNetwork() {
        assertThat(explain("registered", "vm1", "--dst", BROADCAST, "--src", "52:54:00:77:00:02"))
                .isZero();

        assertThat(out.toString())
                .endsWith("learning   dropped as forged-source: its source is not an address of the guest"
                        + System.lineSeparator());
    }

    @Test
    void shouldDropWhoMayNotSpeakBehindASecuredPort() {
        assertThat(explain(
                        "port-security",
                        "vm2",
                        "--dst",
                        BROADCAST,
                        "--src",
                        "02:66:00:00:00:03",
                        "--learn",
                        "02:66:00:00:00:01@vm2",
                        "--learn",
                        "02:66:00:00:00:02@vm2"))
                .isZero();

        assertThat(out.toString())
                .endsWith(
                        "vm2 has the stations it may have (2), or the table is full; it is reported, and the port put down"
                                + " for 30 s" + System.lineSeparator());
    }

    @Test
    void shouldExplainARunt() {
        assertThat(explain("vlans", "red1", "--hex", "ff ff:ff")).isZero();

        assertThat(out)
                .hasToString("admission  dropped as runt: shorter than an Ethernet header of 14 bytes"
                        + System.lineSeparator());
    }

    @Test
    void shouldCutAFrameWhereItIsTold() {
        assertThat(explain("vlans", "router", "--dst", BROADCAST, "--src", RED, "--vlan", "10", "--length", "16"))
                .isZero();

        assertThat(out.toString()).startsWith("admission  dropped as truncated-tag: ends inside an 802.1Q tag");
    }

    @Test
    void shouldPrintJson() {
        assertThat(explain("vlans", "blue", "--dst", BROADCAST, "--src", RED, "--length", "14", "--json"))
                .isZero();

        JsonNode root = JsonMapper.shared().readTree(out.toString());
        assertThat(root.path("port").asString()).isEqualTo("blue");
        assertThat(root.path("length").asInt()).isEqualTo(14);
        assertThat(root.path("findings").path(0)).isEqualTo(JsonMapper.shared().readTree("""
                        {"stage": "admission", "decision": "admitted to VLAN 20",
                         "reason": "no tag names a VLAN, so the port's own"}"""));
        assertThat(root.path("departures")).hasToString("""
                [{"port":"router","length":18,"tag":"81000014","frame":"ffffffffffff525400770001810000140800"}]""");
        assertThat(root.path("drops").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    red1 --hex fffff                                  | --hex has 5 digits, an odd number
                    red1 --hex 0g                                     | --hex has 'g' for its digit 2
                    red1 --hex :                                      | --hex has no digits
                    pink --hex ff                                     | there is no port 'pink': use one of red1, red2
                    red1 --dst 1 --src 52:54:00:77:00:01              | --dst '1' is not a MAC address
                    red1 --dst 52:54:00:77:00:01 --src x              | --src 'x' is not a MAC address
                    red1 --dst 52:54:00:77:00:01 --src 52:54:00:77:00:02 --vlan 4096     | --vlan '4096' is no tag
                    red1 --dst 52:54:00:77:00:01 --src 52:54:00:77:00:02 --vlan 1:8      | --vlan '1:8' is no tag
                    red1 --dst 52:54:00:77:00:01 --src 52:54:00:77:00:02 --type ip       | --type 'ip' is no EtherType
                    red1 --dst 52:54:00:77:00:01 --src 52:54:00:77:00:02 --length 0      | --length 0 is not from 1 to
                    red1 --hex ff --learn red2                        | --learn 'red2' is not written MAC@PORT
                    red1 --hex ff --learn 52:54:00:77:00:01@blue/10   | port 'blue' receives nothing in VLAN 10
                    red1 --hex ff --learn 01:00:5e:00:00:01@red2      | 01:00:5e:00:00:01 is no station's address
                    red1 --hex ff --learn 52:54:00:77:00:01@router/0  | VID 0 names no VLAN
                    red1 --hex ff --dst 52:54:00:77:00:01 --src 52:54:00:77:00:02            | mutually exclusive
                    red1 --dst 52:54:00:77:00:01                      | Missing required argument
                    red1                                              | Missing required argument""")
    void shouldExitWithTwoAndSayWhatIsWrong(String words, String complaint) {
        String[] arguments = words.split(" ", -1);

        assertThat(explain("vlans", arguments[0], Stream.of(arguments).skip(1).toArray(String[]::new)))
                .isEqualTo(2);
        assertThat(errors.toString()).contains(complaint);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldExitWithTwoWithoutASoundConfiguration() {
        assertThat(explain("absent", "red1", "--hex", "ff")).isEqualTo(2);
        assertThat(errors.toString()).contains("absent.yaml: there is no such file");
    }

    private int explain(String example, String port, String... more) {
        List<String> words = List.of(
                "explain", "--config", Path.of("examples", example + ".yaml").toString(), "--port", port);
        return Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(errors))
                .execute(Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new));
    }
}
