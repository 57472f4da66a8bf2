package io.isolane.dataplane.port.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class TimescaleTest {
    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000L);

    @Property(tries = 2000)
    void shouldTurnTicksIntoNanosecondsAsExactArithmeticDoes(
            @ForAll long ticks, @ForAll @IntRange(max = 255) int resolution) {
        BigInteger base = BigInteger.valueOf((resolution & 0x80) == 0 ? 10 : 2);
        BigInteger unsigned = new BigInteger(Long.toUnsignedString(ticks));

        BigInteger nanos = unsigned.multiply(NANOS).divide(base.pow(resolution & 0x7f));

        assertThat(Timescale.toNanos(ticks, resolution)).isEqualTo(nanos.longValue());
    }
}
