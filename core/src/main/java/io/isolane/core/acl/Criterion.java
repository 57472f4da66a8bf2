package io.isolane.core.acl;

import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.MacAddress;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** One thing that a rule of an access list asks of a frame. Immutable. */
sealed interface Criterion {
    /** What it comes to, for the tables. */
    List<Condition> conditions();

    /** The key in configurations, such as {@code source-mac}. */
    String key();

    /** Its part of a sentence about the rule: key and value. */
    String text();

    /**
     * MAC addresses that are {@code mac} where {@code mask} has bits set. A mask of leading bits makes a span; any other is asked
     * octet by octet.
     */
    record Mac(boolean isSource, long mac, long mask) implements Criterion {
        /** @throws IllegalArgumentException if either has more than 48 bits, or the address has bits that the mask has not */
        public Mac {
            if ((mac | mask) >>> 48 != 0) {
                throw new IllegalArgumentException("a MAC address and its mask have 48 bits");
            }
            if ((mac & ~mask) != 0) {
                throw new IllegalArgumentException(MacAddress.format(mac) + " has bits outside its mask "
                        + MacAddress.format(mask) + ": write " + MacAddress.format(mac & mask));
            }
        }

        @Override
        public List<Condition> conditions() {
            Field field = isSource ? Field.SOURCE_MAC : Field.DESTINATION_MAC;
            long free = ~mask & MacAddress.MASK;
            if ((free & (free + 1)) == 0) {
                return List.of(Condition.of(field, new Span(mac, mac | free)));
            }
            List<Condition> octets = new ArrayList<>();
            for (int place = 0; place < 6; place++) {
                int octetMask = (int) (mask >>> (place * Byte.SIZE)) & 0xff;
                if (octetMask != 0) {
                    int octet = (int) (mac >>> (place * Byte.SIZE)) & 0xff;
                    octets.add(new Condition(
                            Lane.octet(field, place), values(octet, octetMask).spans()));
                }
            }
            return octets;
        }

        private static NumberSet values(int octet, int mask) {
            BitSet values = new BitSet();
            for (int value = 0; value <= 0xff; value++) {
                values.set(value, (value & mask) == octet);
            }
            return NumberSet.of(values);
        }

        @Override
        public String key() {
            return isSource ? "source-mac" : "destination-mac";
        }

        @Override
        public String text() {
            String all = mask == MacAddress.MASK ? "" : "/" + MacAddress.format(mask);
            return key() + " " + MacAddress.format(mac) + all;
        }
    }

    /** IP addresses of a prefix, even of one that has them all: whose address cannot be read is not in it. */
    record Address(boolean isSource, AddressPrefix prefix) implements Criterion {
        @Override
        public List<Condition> conditions() {
            List<Condition> all = new ArrayList<>();
            all.add(Condition.of(Field.ETHER_TYPE, new Span(etherType(), etherType())));
            if (prefix.address().isV6()) {
                all.add(Condition.of(isSource ? Field.SOURCE_HIGH : Field.DESTINATION_HIGH, prefix.high()));
            }
            if (!prefix.low().isAll()) {
                all.add(Condition.of(isSource ? Field.SOURCE_LOW : Field.DESTINATION_LOW, prefix.low()));
            }
            return all;
        }

        int etherType() {
            return prefix.address().isV6() ? EtherType.IPV6 : EtherType.IPV4;
        }

        @Override
        public String key() {
            return isSource ? "source" : "destination";
        }

        @Override
        public String text() {
            return key() + " " + prefix;
        }
    }

    /** Numbers that a field may have. */
    record Numbers(NumberField number, NumberSet values) implements Criterion {
        /** @throws IllegalArgumentException for a number that the field cannot have */
        public Numbers {
            if (values.greatest() > number.most()) {
                throw new IllegalArgumentException(
                        values.greatest() + " is no " + number.noun() + ": write 0 to " + number.most());
            }
        }

        @Override
        public List<Condition> conditions() {
            return List.of(new Condition(Lane.whole(number.field()), values.spans()));
        }

        @Override
        public String key() {
            return number.key();
        }

        @Override
        public String text() {
            return key() + " " + number.text(values);
        }
    }
}
