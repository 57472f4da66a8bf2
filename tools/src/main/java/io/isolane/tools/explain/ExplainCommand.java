package io.isolane.tools.explain;

import io.isolane.core.policy.FidRegistry;
import io.isolane.core.policy.PolicyCompiler;
import io.isolane.core.policy.PortProfile;
import io.isolane.dataplane.SwitchConfig;
import io.isolane.dataplane.pipeline.Explainer;
import io.isolane.dataplane.pipeline.Explanation;
import io.isolane.tools.config.ConfigFile;
import io.isolane.tools.config.InvalidConfigException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code isolane explain}: what the switch of a configuration file would do with one frame, and why. */
@Command(
        name = "explain",
        description = "Says what the switch of a configuration would do with one frame, stage by stage.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The stages are those that forward frames; no device is opened and root is not",
            "needed. The switch has learnt nothing but what --learn says. An existing",
            "interface whose MTU the file does not give is taken to have one of 1500.",
            "",
            "Exit codes: 0 explained, 2 the command line or the configuration is wrong.",
            "",
            "Examples:",
            "  isolane explain --config tools/examples/vlans.yaml --port red1 \\",
            "      --dst ff:ff:ff:ff:ff:ff --src 52:54:00:77:00:01 --type 0x0806",
            "  isolane explain --config tools/examples/vlans.yaml --port router \\",
            "      --dst 52:54:00:77:00:01 --src 52:54:00:77:00:fe --vlan 10:5 \\",
            "      --learn 52:54:00:77:00:01@red1"
        })
public final class ExplainCommand implements Callable<Integer> {
    private static final int OK = 0;
    private static final int WRONG = 2;

    @Spec
    private CommandSpec spec;

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "The YAML configuration.")
    private Path config;

    @Option(names = "--port", required = true, paramLabel = "NAME", description = "The port that the frame enters on.")
    private String port;

    @ArgGroup(multiplicity = "1", heading = "The frame, as bytes or as fields:%n")
    private FrameChoice frame;

    @Option(
            names = "--learn",
            paramLabel = "MAC@PORT[/VLAN]",
            description = "A station that the switch has learnt before; may be repeated.")
    private List<String> learnt = new ArrayList<>();

    @Option(
            names = "--json",
            description = "Prints JSON: the findings, what leaves on which port, and what is counted.")
    private boolean json;

    /** Created by the command line. */
    public ExplainCommand() {}

    @Override
    public Integer call() {
        try {
            Explainer explainer = explainer(ConfigFile.read(config).switchConfig());
            byte[] bytes = frame.bytes();
            learnt.stream().map(Supposition::parse).forEach(each -> each.apply(explainer));
            print(bytes, explainer.explain(port, bytes));
            return OK;
        } catch (IOException | InvalidConfigException refused) {
            return complain(refused);
        } catch (IllegalArgumentException wrong) {
            return complain(new IllegalArgumentException("isolane explain: " + wrong.getMessage(), wrong));
        }
    }

    private static Explainer explainer(SwitchConfig of) {
        SortedMap<Integer, PortProfile> profiles = new TreeMap<>();
        of.ports().forEach(profile -> profiles.put(profiles.size(), profile));
        return new Explainer(
                PolicyCompiler.compile(of.networks(), profiles, of.mirrors(), new FidRegistry()),
                of.ports().stream().map(PortProfile::name).toList(),
                of.table().limits());
    }

    private void print(byte[] bytes, Explanation explanation) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(ExplanationJson.text(port, bytes.length, explanation));
        } else {
            ExplanationText.print(explanation, out);
        }
        out.flush();
    }

    private int complain(Exception about) {
        spec.commandLine().getErr().println(about.getMessage());
        spec.commandLine().getErr().flush();
        return WRONG;
    }
}
