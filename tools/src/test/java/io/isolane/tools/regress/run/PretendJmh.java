package io.isolane.tools.regress.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** A jar that takes JMH's options and writes a result as JMH does, at once, without measuring anything. */
final class PretendJmh {
    private PretendJmh() {}

    /**
     * Writes a result of 30 operations a microsecond, less if it is slowed; where {@code pretend.failure} is set, it fails
     * so, and where the file {@code pretend.lock} exists, it removes that and fails as JMH does beside another.
     *
     * @param options of JMH; {@code -rff} is heeded
     */
    public static void main(String[] options) throws IOException {
        if (System.getProperty("pretend.failure") != null) {
            throw new IllegalStateException(System.getProperty("pretend.failure"));
        }
        String lock = System.getProperty("pretend.lock");
        if (lock != null && Files.deleteIfExists(Path.of(lock))) {
            throw new IllegalStateException("Another JMH instance might be running. Unable to acquire the JMH lock");
        }
        double rate = 30 / (1 + Double.parseDouble(System.getProperty("isolane.benchmark.slowdown", "0")) / 100);
        Path result = Path.of(options[List.of(options).indexOf("-rff") + 1]);
        Files.writeString(
                result,
                "[{\"benchmark\": \"a.Frames.forward\", \"mode\": \"thrpt\", \"params\": {\"mode\": \"learning\"},"
                        + " \"primaryMetric\": {\"scoreUnit\": \"ops/us\", \"rawData\": [[" + rate + ", " + rate
                        + "]]}, \"secondaryMetrics\": {}}]");
    }

    /** Such a jar. */
    static Path jar(Path directory, String comment) throws IOException {
        Path file = directory.resolve(comment + ".jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, PretendJmh.class.getName());
        String entry = PretendJmh.class.getName().replace('.', '/') + ".class";
        byte[] code;
        try (InputStream stream = PretendJmh.class.getResourceAsStream("/" + entry)) {
            if (stream == null) {
                throw new IOException("no " + entry);
            }
            code = stream.readAllBytes();
        }
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            jar.setComment(comment);
            jar.putNextEntry(new ZipEntry(entry));
            jar.write(code);
        }
        return file;
    }
}
