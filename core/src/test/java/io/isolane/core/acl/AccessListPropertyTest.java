package io.isolane.core.acl;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.memory.RawMemory;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compiled lists against the linear interpreter of {@link DraftRule}: the same verdict, by the same rules, for every frame. */
final class AccessListPropertyTest {
    private static final int MOST_CHOICES = 60;
    private static final Arena ARENA = Arena.ofAuto();

    private final long memory = ARENA.allocate(256, 64).address();
    private final FrameKey key = new FrameKey();

    @Property(tries = 400)
    void shouldJudgeAsTheLinearInterpreterDoes(
            @ForAll("rules") List<List<Integer>> rules, @ForAll("packets") List<List<Integer>> packets) {
        assertSame(
                rules.stream().map(DraftRule::new).toList(),
                packets.stream().map(DraftPacket::of).toList());
    }

    /** Millions of pairs of a rule and a frame. */
    @ParameterizedTest
    @CsvSource({"1,20000", "10,20000", "63,10000", "64,10000", "65,10000", "1000,1000", "4096,300"})
    void shouldJudgeAsTheLinearInterpreterDoesWhateverItsLength(int length, int frames) {
        SplittableRandom random = new SplittableRandom(length);
        for (int round = 0; round < 5; round++) {
            assertSame(
                    Stream.generate(() -> new DraftRule(sparse(random)))
                            .limit(length)
                            .toList(),
                    Stream.generate(() -> DraftPacket.of(choices(random, DraftPacket.CHOICES)))
                            .limit(frames / 5)
                            .toList());
        }
    }

    private void assertSame(List<DraftRule> rules, List<DraftPacket> packets) {
        AccessList list =
                new AccessList("list", rules.stream().map(DraftRule::rule).toList());
        AccessFilter filter = AccessFilter.keptOrNew(AccessFilter.OFF, List.of(list), name -> AccessFilter.NO_PORT);
        long[] expectedHits = new long[rules.size() + 1];
        for (DraftPacket packet : packets) {
            boolean isPermitted = interpret(rules, packet, expectedHits);
            boolean judged = AccessFilter.isPermitted(filter.judge(read(packet), 1));
            if (judged != isPermitted) {
                assertThat(judged).as("%s by %s", packet, rules).isEqualTo(isPermitted);
            }
        }
        assertThat(filter.hits().stream().mapToLong(RuleHits::frames).toArray()).isEqualTo(expectedHits);
    }

    /** The rules in their order, one by one. */
    private static boolean interpret(List<DraftRule> rules, DraftPacket packet, long[] hits) {
        for (int rule = 0; rule < rules.size(); rule++) {
            if (rules.get(rule).matches(packet)) {
                hits[rule]++;
                if (rules.get(rule).action() != AccessAction.COUNT) {
                    return rules.get(rule).action() == AccessAction.PERMIT;
                }
            }
        }
        hits[rules.size()]++;
        return false;
    }

    private FrameKey read(DraftPacket packet) {
        byte[] bytes = packet.bytes();
        RawMemory.put(memory, bytes);
        key.read(packet.destination(), packet.source(), packet.vid(), packet.pcp());
        key.readPacket(memory, bytes.length);
        return key;
    }

    @Provide
    Arbitrary<List<List<Integer>>> rules() {
        return choices(DraftRule.CHOICES).list().ofMinSize(1).ofMaxSize(70);
    }

    @Provide
    Arbitrary<List<List<Integer>>> packets() {
        return choices(DraftPacket.CHOICES).list().ofMinSize(1).ofMaxSize(40);
    }

    private static Arbitrary<List<Integer>> choices(int count) {
        return Arbitraries.frequencyOf(
                        Tuple.of(2, Arbitraries.just(0)),
                        Tuple.of(1, Arbitraries.integers().between(0, MOST_CHOICES)))
                .list()
                .ofSize(count);
    }

    private static List<Integer> choices(SplittableRandom random, int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> random.nextInt(MOST_CHOICES))
                .toList();
    }

    /** Most rules ask for a few things only, or none would match. */
    private static List<Integer> sparse(SplittableRandom random) {
        return IntStream.range(0, DraftRule.CHOICES)
                .mapToObj(at -> at == 0 || random.nextInt(3) == 0 ? random.nextInt(MOST_CHOICES) : 0)
                .toList();
    }
}
