package io.isolane.tools.version;

import picocli.CommandLine.IVersionProvider;

/**
 * What is running: the version from the manifest of the jar, the commit as the launcher found it, and the JVM. Stateless.
 */
public final class Version implements IVersionProvider {
    private static final String UNKNOWN = "unknown";

    /** Created by the command line. */
    public Version() {}

    /** The version of the build, or {@code unknown} outside a jar. */
    public static String build() {
        final String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? UNKNOWN : version;
    }

    /** The commit of the source tree, from the system property {@code isolane.commit}, which the launcher sets. */
    public static String commit() {
        return System.getProperty("isolane.commit", UNKNOWN);
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "isolane " + build() + " (commit " + commit() + ")",
            System.getProperty("java.vm.name") + " " + Runtime.version()
        };
    }
}
