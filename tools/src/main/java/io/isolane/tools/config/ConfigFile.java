package io.isolane.tools.config;

import io.isolane.tools.config.Node.Mapping;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A YAML file that configures a switch and what its ports are joined to. Stateless. */
public final class ConfigFile {
    private ConfigFile() {}

    /**
     * Reads a file.
     *
     * @throws InvalidConfigException that lists what is wrong in it
     * @throws IOException if it cannot be read, saying why
     */
    public static Configuration read(Path file) throws IOException, InvalidConfigException {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (NoSuchFileException missing) {
            throw new IOException(file + ": there is no such file", missing);
        } catch (CharacterCodingException notText) {
            throw new IOException(file + ": is not UTF-8 text", notText);
        }
    }

    /**
     * Reads a text.
     *
     * @param name for messages
     * @throws InvalidConfigException that lists what is wrong in it
     */
    public static Configuration parse(String text, String name) throws InvalidConfigException {
        Problems problems = new Problems();
        Optional<Node> root = YamlTree.read(text, problems);
        Optional<Configuration> configuration = root.flatMap(node -> new ConfigurationType().read(node, problems));
        root.filter(Mapping.class::isInstance)
                .map(Mapping.class::cast)
                .ifPresent(mapping -> crossCheck(mapping, configuration, problems));
        problems.refuseIfAny(name);
        return configuration.orElseThrow();
    }

    private static void crossCheck(Mapping root, Optional<Configuration> configuration, Problems problems) {
        References.check(root, problems);
        if (problems.count() == 0) {
            configuration.ifPresent(sound -> PolicyCheck.check(sound.switchConfig(), root, problems));
        }
    }
}
