package io.isolane.tools.regress.machine;

import io.isolane.tools.bench.machine.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** This machine's facts. Stateless. */
public final class Facts {
    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final Path HUGE_PAGES = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");
    private static final Path GOVERNOR = Path.of("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor");
    private static final Pattern TOTAL = Pattern.compile("MemTotal:\\s+(\\d+) kB");
    private static final Pattern CHOSEN = Pattern.compile("\\[(\\w+)]");
    private static final long KIBIBYTES_IN_A_GIBIBYTE = 1L << 20;

    private Facts() {}

    /**
     * Those that change what a benchmark measures: of Linux, as far as it tells, and of JVMs like this one with some arguments.
     *
     * @throws IOException if no JVM starts with them; the message says why
     */
    public static Fingerprint here(List<String> jvmArguments) throws IOException {
        Machine machine = Machine.here();
        TreeMap<String, String> facts = new TreeMap<>();
        facts.put("cpu", machine.cpu());
        facts.put("cores", String.valueOf(machine.cores()));
        facts.put("host", machine.host());
        facts.put("jvm", machine.jvm());
        facts.put("system", machine.system());
        put(facts, "memory", gibibytes(content(MEMORY)));
        put(facts, "transparent huge pages", first(CHOSEN, content(HUGE_PAGES)));
        put(facts, "governor", content(GOVERNOR).strip());
        facts.putAll(JvmFacts.of(jvmArguments));
        return new Fingerprint(facts);
    }

    private static void put(Map<String, String> facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.put(name, value);
        }
    }

    private static String gibibytes(String meminfo) {
        String kibibytes = first(TOTAL, meminfo);
        return kibibytes.isEmpty()
                ? ""
                : Math.round((double) Long.parseLong(kibibytes) / KIBIBYTES_IN_A_GIBIBYTE) + " GiB";
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException notThere) {
            return "";
        }
    }
}
