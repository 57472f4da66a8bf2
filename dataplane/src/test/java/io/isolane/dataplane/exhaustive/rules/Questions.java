package io.isolane.dataplane.exhaustive.rules;

import static io.isolane.dataplane.exhaustive.rules.TagStack.CUSTOMER;
import static io.isolane.dataplane.exhaustive.rules.TagStack.EMPTY;
import static io.isolane.dataplane.exhaustive.rules.TagStack.LEGACY;
import static io.isolane.dataplane.exhaustive.rules.TagStack.SERVICE;
import static io.isolane.dataplane.exhaustive.rules.TagStack.push;

import io.isolane.dataplane.exhaustive.rules.Question.Origin;
import io.isolane.dataplane.exhaustive.rules.Question.Shape;
import io.isolane.dataplane.exhaustive.rules.Question.Target;
import java.util.ArrayList;
import java.util.List;

/** The frame classes. */
public final class Questions {
    private static final int URGENT = 5 << 13 | 1 << 12;

    /** Tags a frame may come with: of every kind, with every sort of VID, alone and with another behind. */
    public static final List<Long> TAGS = List.of(
            EMPTY,
            push(EMPTY, CUSTOMER, 0),
            push(EMPTY, CUSTOMER, URGENT),
            push(EMPTY, CUSTOMER, 1),
            push(EMPTY, CUSTOMER, 10),
            push(EMPTY, CUSTOMER, URGENT | 20),
            push(EMPTY, CUSTOMER, 30),
            push(EMPTY, CUSTOMER, 99),
            push(EMPTY, CUSTOMER, 4095),
            push(EMPTY, SERVICE, 0),
            push(EMPTY, SERVICE, URGENT | 10),
            push(EMPTY, LEGACY, 20),
            push(push(EMPTY, CUSTOMER, 20), CUSTOMER, 0),
            push(push(EMPTY, CUSTOMER, 20), CUSTOMER, 10),
            push(push(EMPTY, CUSTOMER, 10), CUSTOMER, 99),
            push(push(EMPTY, CUSTOMER, 20), SERVICE, 10),
            push(push(EMPTY, SERVICE, 20), CUSTOMER, 10),
            push(push(EMPTY, CUSTOMER, 20), SERVICE, 0));

    /** Some of them, where tags are payload. */
    private static final List<Integer> FEW = List.of(0, 2, 4, 15);

    private Questions() {}

    /** Every tag to one, to each, to all and to nobody; whatever else may be odd about a frame, with few tags. */
    public static List<Question> all(int ports, boolean hasVlans) {
        List<Question> questions = new ArrayList<>();
        for (int tags = 0; tags < TAGS.size(); tags++) {
            if (!hasVlans && !FEW.contains(tags)) {
                continue;
            }
            questions.add(to(Target.BROADCAST, 0, tags));
            questions.add(to(Target.STRANGER, 0, tags));
            for (int port = 0; port < ports; port++) {
                questions.add(to(Target.STATION, port, tags));
            }
        }
        FEW.forEach(tags -> odd(questions, tags));
        return List.copyOf(questions);
    }

    private static void odd(List<Question> questions, int tags) {
        for (Target target : List.of(
                Target.GROUP, Target.LINK_LOCAL, Target.BESIDE_LINK_LOCAL, Target.SECOND_STATION, Target.ITSELF)) {
            questions.add(to(target, 0, tags));
        }
        questions.add(new Question(Target.BROADCAST, Origin.GROUP, Shape.WHOLE, 0, tags));
        questions.add(new Question(Target.BROADCAST, Origin.ZERO, Shape.WHOLE, 0, tags));
        questions.add(new Question(Target.BROADCAST, Origin.STATION, Shape.RUNT, 0, tags));
        if (tags > 0) {
            questions.add(new Question(Target.BROADCAST, Origin.STATION, Shape.CUT_IN_TAG, 0, tags));
        }
    }

    /** Both stations of a port speak to all, with every tag: where they can, they are known afterwards. */
    public static List<Question> introductions(boolean hasSecondStations) {
        List<Question> questions = new ArrayList<>();
        for (int tags = 0; tags < TAGS.size(); tags++) {
            questions.add(to(Target.BROADCAST, 0, tags));
            if (hasSecondStations) {
                questions.add(new Question(Target.BROADCAST, Origin.SECOND_STATION, Shape.WHOLE, 0, tags));
            }
        }
        return List.copyOf(questions);
    }

    /** In the name of each of {@code neighbours}, a set of ports, to all and to nobody. */
    public static List<Question> forged(int neighbours) {
        List<Question> questions = new ArrayList<>();
        for (int left = neighbours; left != 0; left &= left - 1) {
            int port = Integer.numberOfTrailingZeros(left);
            questions.add(new Question(Target.BROADCAST, Origin.NEIGHBOUR, Shape.WHOLE, port, 0));
            questions.add(new Question(Target.STRANGER, Origin.NEIGHBOUR, Shape.WHOLE, port, 0));
        }
        return List.copyOf(questions);
    }

    /** In a new name. */
    public static List<Question> invented() {
        return List.of(
                new Question(Target.BROADCAST, Origin.STRANGER, Shape.WHOLE, 0, 0),
                new Question(Target.STRANGER, Origin.STRANGER, Shape.WHOLE, 0, 0));
    }

    private static Question to(Target target, int about, int tags) {
        return new Question(target, Origin.STATION, Shape.WHOLE, about, tags);
    }
}
