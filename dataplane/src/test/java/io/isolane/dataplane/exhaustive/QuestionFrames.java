package io.isolane.dataplane.exhaustive;

import io.isolane.dataplane.WireFrame;
import io.isolane.dataplane.exhaustive.rules.Question;
import io.isolane.dataplane.exhaustive.rules.Question.Shape;
import io.isolane.dataplane.exhaustive.rules.Questions;
import io.isolane.dataplane.exhaustive.rules.TagStack;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The bytes of each question, as each port would send it; the payload says which question it is. */
final class QuestionFrames {
    /** Type of a frame behind its tags. */
    static final int TYPE = 0x0800;

    static final int PAYLOAD = 4;
    private static final int TAG = 4;

    private final List<Question> questions;
    private final List<List<byte[]>> whole;
    private final List<List<byte[]>> withoutFirstTag;

    QuestionFrames(List<Question> questions, int ports) {
        this.questions = questions;
        this.whole = bytes(ports, false);
        this.withoutFirstTag = bytes(ports, true);
    }

    List<Question> questions() {
        return questions;
    }

    byte[] whole(int from, int question) {
        return whole.get(from).get(question);
    }

    /** For a tag that travels beside the frame. */
    byte[] withoutFirstTag(int from, int question) {
        return withoutFirstTag.get(from).get(question);
    }

    private List<List<byte[]>> bytes(int ports, boolean skipsTag) {
        List<List<byte[]>> bytes = new ArrayList<>();
        for (int from = 0; from < ports; from++) {
            int sender = from;
            bytes.add(IntStream.range(0, questions.size())
                    .mapToObj(question -> frame(sender, question, skipsTag))
                    .toList());
        }
        return bytes;
    }

    private byte[] frame(int from, int index, boolean skipsTag) {
        Question question = questions.get(index);
        long tags = Questions.TAGS.get(question.tags());
        byte[] payload = {0x49, 0x53, (byte) (index >> 8), (byte) index};
        WireFrame frame =
                WireFrame.of(Stations.destination(from, question), Stations.source(from, question), TYPE, payload);
        frame = tagged(frame, skipsTag ? TagStack.pop(tags) : tags);
        return switch (question.shape()) {
            case WHOLE -> frame.bytes();
            case RUNT -> frame.cut(WireFrame.HEADER - 1).bytes();
            case CUT_IN_TAG -> frame.cut(WireFrame.HEADER + TAG - 1).bytes();
        };
    }

    private static WireFrame tagged(WireFrame frame, long tags) {
        return tags == TagStack.EMPTY
                ? frame
                : tagged(frame, TagStack.pop(tags)).pushed(Translation.tpid(TagStack.kind(tags)), TagStack.tci(tags));
    }

    /** True for a question whose first tag may travel beside it: not one that is cut. */
    static boolean mayTravelBeside(Question question, int tpid) {
        long tags = Questions.TAGS.get(question.tags());
        return question.shape() == Shape.WHOLE
                && TagStack.kind(tags) != 0
                && Translation.tpid(TagStack.kind(tags)) == tpid;
    }
}
