package io.isolane.core.acl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToIntFunction;

/**
 * The access lists of one port in one direction at work: judges frames, and counts how often each rule has matched. One thread
 * judges, the worker of the port; any may read the counters meanwhile, each by itself.
 */
public final class AccessFilter {
    /** No lists: for a direction that is not filtered. */
    public static final AccessFilter OFF = new AccessFilter(List.of(), new int[0], new AtomicLong(), new AtomicLong());

    /** Of mirrors: a name that none has just now. */
    public static final int NO_PORT = -1;

    /** Most ports that the lists of one direction copy frames to. */
    public static final int MAX_TARGETS = 62;

    private static final long COPIES = (1L << MAX_TARGETS) - 1;

    private final CountedList[] lists;
    private final int[] targets;
    private final boolean asksPacket;
    private final AtomicLong unmatchedFrames;
    private final AtomicLong unmatchedBytes;

    private AccessFilter(
            List<CountedList> lists, int[] targets, AtomicLong unmatchedFrames, AtomicLong unmatchedBytes) {
        this.lists = lists.toArray(CountedList[]::new);
        this.targets = targets;
        this.asksPacket = lists.stream().anyMatch(each -> each.list().table().asksPacket());
        this.unmatchedFrames = unmatchedFrames;
        this.unmatchedBytes = unmatchedBytes;
    }

    /**
     * A filter of {@code lists} whose counters go on where those of the filter before them were: those of lists that it had too.
     *
     * @param portOfMirror the port that the mirror of a name copies to, or {@link #NO_PORT}
     * @param before {@link #OFF} if there was none
     * @return {@code before} itself if nothing is different
     * @throws IllegalArgumentException for more than {@link #MAX_TARGETS} ports that get copies
     */
    public static AccessFilter keptOrNew(
            AccessFilter before, List<AccessList> lists, ToIntFunction<String> portOfMirror) {
        if (lists.isEmpty()) {
            return OFF;
        }
        int[] targets = targets(lists, portOfMirror);
        if (before.isOf(lists) && Arrays.equals(targets, before.targets)) {
            return before;
        }
        List<CountedList> counted = new ArrayList<>();
        for (AccessList list : lists) {
            long[] copies = list.rules().stream()
                    .mapToLong(rule -> copies(rule, targets, portOfMirror))
                    .toArray();
            counted.add(before.find(list)
                    .map(known -> known.copyingTo(copies))
                    .orElseGet(() -> CountedList.of(list, copies)));
        }
        return before.isOff()
                ? new AccessFilter(counted, targets, new AtomicLong(), new AtomicLong())
                : new AccessFilter(counted, targets, before.unmatchedFrames, before.unmatchedBytes);
    }

    /** True for a direction without lists: nothing may be judged then. */
    public boolean isOff() {
        return lists.length == 0;
    }

    /** True if {@link FrameKey#readPacket} must come before {@link #judge}. */
    public boolean asksPacket() {
        return asksPacket;
    }

    /** Judges a frame and counts it, with its length in bytes, where it matches. */
    public long judge(FrameKey key, int bytes) {
        long judgement = 0;
        for (CountedList list : lists) {
            judgement |= list.judge(key, bytes);
            if ((judgement & CountedList.DECIDED) != 0) {
                return judgement;
            }
        }
        unmatchedFrames.setRelease(unmatchedFrames.getPlain() + 1);
        unmatchedBytes.setRelease(unmatchedBytes.getPlain() + bytes);
        return judgement;
    }

    /** True if a judged frame may go on. */
    public static boolean isPermitted(long judgement) {
        return judgement < 0;
    }

    /** The ports that get a copy of a judged frame: bit t stands for {@link #target} t. */
    public static long copies(long judgement) {
        return judgement & COPIES;
    }

    /** A port that gets copies. */
    public int target(int bit) {
        return targets[bit];
    }

    /** How often each rule has matched, in the order of the lists; at the end what none matched. Nothing without lists. */
    public List<RuleHits> hits() {
        if (isOff()) {
            return List.of();
        }
        List<RuleHits> all = new ArrayList<>();
        for (CountedList list : lists) {
            all.addAll(list.hits());
        }
        all.add(new RuleHits("", 0, Optional.empty(), unmatchedFrames.getAcquire(), unmatchedBytes.getAcquire()));
        return all;
    }

    private boolean isOf(List<AccessList> wanted) {
        return Arrays.stream(lists).map(CountedList::list).toList().equals(wanted);
    }

    private Optional<CountedList> find(AccessList list) {
        return Arrays.stream(lists).filter(each -> each.list().equals(list)).findFirst();
    }

    private static int[] targets(List<AccessList> lists, ToIntFunction<String> portOfMirror) {
        int[] targets = lists.stream()
                .flatMap(list -> list.rules().stream())
                .flatMap(rule -> rule.mirror().stream())
                .mapToInt(portOfMirror)
                .filter(port -> port != NO_PORT)
                .distinct()
                .toArray();
        if (targets.length > MAX_TARGETS) {
            throw new IllegalArgumentException("the access lists of a port copy frames to " + targets.length
                    + " ports: at most " + MAX_TARGETS + " in a direction");
        }
        return targets;
    }

    private static long copies(AccessRule rule, int[] targets, ToIntFunction<String> portOfMirror) {
        int port = rule.mirror().isEmpty()
                ? NO_PORT
                : portOfMirror.applyAsInt(rule.mirror().get());
        for (int bit = 0; bit < targets.length; bit++) {
            if (targets[bit] == port) {
                return 1L << bit;
            }
        }
        return 0;
    }
}
