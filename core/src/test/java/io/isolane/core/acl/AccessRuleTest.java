package io.isolane.core.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.isolane.core.frame.IpAddress;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AccessRuleTest {
    private static final AddressPrefix NET = AddressPrefix.around(IpAddress.v4(0x0a4d0009), 24);

    @Test
    void shouldReadAsASentence() {
        AccessRule rule = AccessRule.deny()
                .protocol(NumberSet.of(17))
                .source(NET)
                .destinationPort(NumberSet.parse("67-68,547"))
                .mirror("ids")
                .build();

        assertThat(rule).hasToString("deny protocol udp source 10.77.0.0/24 destination-port 67-68,547 mirror ids");
        assertThat(AccessRule.permit().build()).hasToString("permit all");
        assertThat(AccessRule.count()
                        .etherType(NumberSet.of(0x0806))
                        .destinationMac(0x0100_0000_0000L, 0x0100_0000_0000L)
                        .fragment(FragmentPart.LATER)
                        .build())
                .hasToString("count ether-type 0x0806 destination-mac 01:00:00:00:00:00/01:00:00:00:00:00"
                        + " fragment later");
    }

    @Test
    void shouldRefuseWhatNoFrameCouldMatch() {
        assertRefused(AccessRule.deny().destinationPort(NumberSet.of(80)), "let its protocol be one of tcp, udp");
        assertRefused(
                AccessRule.deny().protocol(NumberSet.of(6, 1)).destinationPort(NumberSet.of(80)),
                "which not every protocol has");
        assertRefused(AccessRule.deny().icmpType(NumberSet.of(8)), "let its protocol be icmp or icmpv6");
        assertRefused(
                AccessRule.deny().source(NET).destination(AddressPrefix.around(IpAddress.v6(0, 1), 128)),
                "make two rules of it");
        assertRefused(AccessRule.deny().source(NET).etherType(NumberSet.of(0x0806)), "leave it out");
        assertRefused(AccessRule.deny().source(NET).source(NET), "asks for 'source' twice");
    }

    @Test
    void shouldRefuseValuesThatNoFrameHas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessRule.deny().pcp(NumberSet.of(8)))
                .withMessage("8 is no priority code point: write 0 to 7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccessRule.deny().sourceMac(0x02_00_00_00_00_01L, 0xffff_0000_0000L))
                .withMessageEndingWith("write 02:00:00:00:00:00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AddressPrefix(IpAddress.v4(0x0a000001), 8))
                .withMessage("10.0.0.1/8 has bits behind its prefix: write 10.0.0.0/8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AddressPrefix(IpAddress.v4(0), 33))
                .withMessageContaining("not from 0 to 32 bits");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumberSet.parse("1,x"))
                .withMessageContaining("'x' in '1,x' is no number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumberSet.parse("9-1"))
                .withMessageContaining("runs backwards");
    }

    @Test
    void shouldRefuseAListOfNoneOrTooMany() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccessList("none", List.of()))
                .withMessageContaining("1 to 4096");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccessList(
                        "all", Collections.nCopies(4097, AccessRule.permit().build())))
                .withMessageContaining("has 4097 rules");
    }

    private static void assertRefused(AccessRuleBuilder rule, String complaint) {
        assertThatIllegalArgumentException().isThrownBy(rule::build).withMessageContaining(complaint);
    }
}
