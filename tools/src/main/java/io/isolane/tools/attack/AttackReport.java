package io.isolane.tools.attack;

import io.isolane.tools.attack.drill.Attack;
import io.isolane.tools.attack.drill.Verdict;
import io.isolane.tools.terminal.TextTable;
import io.isolane.tools.terminal.TextTable.Text;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/** What became of the attacks as text: a table of attack and switch, and the evidence. Confined to its thread. */
final class AttackReport {
    private static final int LONGEST_HEADING = 10;

    private final PrintWriter out;
    private final Ansi ansi;

    AttackReport(PrintWriter out, Ansi ansi) {
        this.out = out;
        this.ansi = ansi;
    }

    /** The attacks there are. */
    void list(List<Attack> attacks) {
        TextTable table = new TextTable(ansi, 3);
        table.row("Attack", "The attacker", "What is to stop it");
        table.rule();
        attacks.forEach(attack ->
                table.row(attack.name(), attack.summary(), attack.guard().words()));
        table.lines().forEach(out::println);
        out.flush();
    }

    /** The table, and the evidence of what fell, or of everything. */
    void print(List<Result> results, boolean hasAllEvidence) {
        Map<String, List<Result>> byAttack = new LinkedHashMap<>();
        results.forEach(result -> byAttack.computeIfAbsent(result.attack().name(), name -> new ArrayList<>())
                .add(result));
        List<String> targets = results.stream().map(Result::target).distinct().toList();
        TextTable table = new TextTable(ansi, targets.size() + 1);
        if (targets.size() > 1) {
            headings(table, targets);
        }
        byAttack.forEach((name, row) -> table.row(row(name, row, targets)));
        table.lines().forEach(out::println);
        out.println();
        results.stream()
                .filter(result -> hasAllEvidence || result.outcome().verdict() == Verdict.FELL)
                .forEach(this::evidence);
        out.flush();
    }

    /** Two lines, broken at a hyphen where one would be wide. */
    private static void headings(TextTable table, List<String> targets) {
        List<Text> first = new ArrayList<>(List.of(Text.of("Attack")));
        List<Text> second = new ArrayList<>(List.of(Text.of("")));
        for (String target : targets) {
            int hyphen = target.length() > LONGEST_HEADING ? target.indexOf('-') : -1;
            first.add(Text.of(target.substring(0, hyphen + 1 > 0 ? hyphen + 1 : target.length())));
            second.add(Text.of(hyphen < 0 ? "" : target.substring(hyphen + 1)));
        }
        table.row(first);
        table.row(second);
        table.rule();
    }

    private static List<Text> row(String name, List<Result> results, List<String> targets) {
        List<Text> row = new ArrayList<>(List.of(Text.of(name)));
        for (String target : targets) {
            Optional<Result> found = results.stream()
                    .filter(result -> result.target().equals(target))
                    .findFirst();
            row.add(found.map(AttackReport::word).orElse(Text.of("")));
        }
        return row;
    }

    private static Text word(Result result) {
        String word = result.outcome().verdict().word();
        return result.outcome().verdict() == Verdict.FELL
                ? Text.styled(word, result.isAsExpected() ? "yellow" : "bold,red")
                : Text.of(word);
    }

    private void evidence(Result result) {
        String guard = result.attack().guard().words();
        out.println(result.target() + ", " + result.attack().name() + ": "
                + result.outcome().verdict().word() + (result.isAsExpected() ? "" : ", and should not have") + ". "
                + result.outcome().evidence() + ". Guard: " + guard + ".");
    }
}
