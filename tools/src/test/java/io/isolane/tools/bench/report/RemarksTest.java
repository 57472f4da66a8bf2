package io.isolane.tools.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.tools.bench.report.Report.Row;
import io.isolane.tools.bench.rig.DeliveryFaults;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemarksTest {
    private static final Row BASELINE = Sample.row("no switch", 100e6, null, 1, Sample.BASELINE);

    @Test
    void shouldSayNothingWhereNothingIsOdd() {
        assertThat(remarks(Sample.latency(99_999, 10, DeliveryFaults.NONE))).isEmpty();
    }

    @Test
    void shouldSayWhatWasLostOrCameTwiceOrLate() {
        assertThat(remarks(Sample.latency(1_000, 10, new DeliveryFaults(3, 2, 1, 0))))
                .containsExactly(
                        "learning: lost 3 of 3000000 frames while latency was measured.",
                        "learning: 2 frames came twice to the port they were for.",
                        "learning: 1 frames came after a later one of their flow.");
    }

    @Test
    void shouldSayWhenTheMachineMayBeBehindALongTail() {
        assertThat(remarks(Sample.latency(200_000, 100_000, DeliveryFaults.NONE)))
                .containsExactly(
                        "The machine's own hiccups may be why 99.9% took up to 200.0 us in learning (sender"
                                + " late by up to 100.0, the switch's thread by up to 16.0); without a switch 99.9% took up to 20.0 us.");
    }

    @Test
    void shouldSayWhenThePauseWasOneOfTheSwitchsThread() {
        assertThat(remarks(Sample.latency(200_000, 10, 100_000, DeliveryFaults.NONE)))
                .singleElement()
                .asString()
                .startsWith("The machine's own hiccups may be why 99.9% took up to 200.0 us in learning")
                .contains("the switch's thread by up to 100.0)");
    }

    @Test
    void shouldSayWhenTheMachineDoesNotExplainALongTail() {
        assertThat(remarks(Sample.latency(200_000, 99_000, DeliveryFaults.NONE)))
                .singleElement()
                .asString()
                .startsWith("The machine's own hiccups do not explain why 99.9% took up to 200.0 us in learning");
    }

    @Test
    void shouldTakeTheBaselineForAHiccupToo() {
        Row slow = Sample.row("no switch", 100e6, null, 1, Sample.latency(150_000, 10, DeliveryFaults.NONE));
        Row learning = Sample.row("learning", 40e6, 1.0, 1, Sample.latency(300_000, 10, DeliveryFaults.NONE));

        assertThat(Remarks.of(Sample.CONDITIONS, List.of(slow, learning), null))
                .singleElement()
                .asString()
                .startsWith("The machine's own hiccups may be why")
                .contains("150.0 us in no switch", "300.0 us in learning")
                .endsWith("without a switch 99.9% took up to 150.0 us.");
    }

    @Test
    void shouldSayWhenTheRateIsMoreThanTheMachineForwards() {
        Row slow = Sample.row("learning", 0.8e6, 1.0, 1, Sample.latency(1_000, 10, DeliveryFaults.NONE));

        assertThat(Remarks.of(Sample.CONDITIONS, List.of(BASELINE, slow), null))
                .containsExactly("learning: one core forwards 0.800 Mpps here, fewer than the 1 Mpps of the latency"
                        + " measurement: its latency is that of a growing queue.");
    }

    @Test
    void shouldSayWhenNotAllFramesCouldBeSent() {
        Latency cut = new Latency(1, 1, 1, 1, 1, 1, 1, 1, 1, 3_000_000, 1_500_000, 0.5e6, DeliveryFaults.NONE);

        assertThat(remarks(cut))
                .containsExactly("learning: only 1500000 of 3000000 frames could be sent, 0.500 instead of 1 Mpps.");
    }

    @Test
    void shouldSayWhatTheSwitchDropped() {
        Throughput dropping = new Throughput(40e6, 30e6, 50e6, 25, 1.0, 40e6, 7);

        assertThat(Remarks.of(
                        Sample.CONDITIONS, List.of(BASELINE, new Row("learning", dropping, Sample.BASELINE)), null))
                .containsExactly("learning: the switch dropped 7 frames while throughput was measured.");
    }

    private static List<String> remarks(Latency learning) {
        return Remarks.of(Sample.CONDITIONS, List.of(BASELINE, Sample.row("learning", 40e6, 1.0, 1, learning)), null);
    }
}
