package io.isolane.tools.regress.report;

import io.isolane.tools.regress.verdict.Comparison;
import io.isolane.tools.regress.verdict.Judgement;
import io.isolane.tools.regress.verdict.Side;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A comparison for programs. Its keys are the components' names; an interval without ends has null for them. Stateless. */
final class JsonReport {
    private static final int SCHEMA = 1;
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonReport() {}

    static String render(Comparison comparison) {
        Document document = new Document(
                SCHEMA,
                comparison.verdict().label(),
                comparison.exitCode(),
                comparison.threshold(),
                End.of(comparison.baseline()),
                End.of(comparison.candidate()),
                comparison.judgements().stream().map(Entry::of).toList(),
                comparison.remarks());
        return MAPPER.writeValueAsString(document) + System.lineSeparator();
    }

    record Document(
            int schema,
            String verdict,
            int exitCode,
            double threshold,
            End baseline,
            End candidate,
            List<Entry> metrics,
            List<String> remarks) {}

    record End(String name, Map<String, String> machine, List<Double> ruler) {
        static End of(Side side) {
            return new End(side.name(), side.machine().facts(), side.ruler());
        }
    }

    record Entry(
            String benchmark,
            Map<String, String> parameters,
            String figure,
            String unit,
            double baseline,
            double candidate,
            double effect,
            @Nullable Double low,
            @Nullable Double high,
            double confidence,
            int baselineSamples,
            int candidateSamples,
            String verdict,
            String reason) {
        static Entry of(Judgement judgement) {
            return new Entry(
                    judgement.metric().benchmark(),
                    judgement.metric().parameters(),
                    judgement.metric().name(),
                    judgement.metric().unit(),
                    judgement.baseline(),
                    judgement.candidate(),
                    judgement.effect(),
                    finite(judgement.interval().low()),
                    finite(judgement.interval().high()),
                    judgement.interval().confidence(),
                    judgement.baselineSamples(),
                    judgement.candidateSamples(),
                    judgement.verdict().label(),
                    judgement.reason());
        }

        private static @Nullable Double finite(double end) {
            return Double.isFinite(end) ? end : null;
        }
    }
}
