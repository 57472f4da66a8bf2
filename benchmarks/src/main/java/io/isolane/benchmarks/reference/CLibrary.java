package io.isolane.benchmarks.reference;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The C reference as a library of this process, built when it is first asked for. Its functions take 64-bit integers and addresses and
 * return one. Any thread.
 *
 * <p>The one class outside {@code io.isolane.dataplane.linux} that makes native calls: what it calls is no part of the switch, and must
 * run in the virtual machine that measures the switch for the two to be compared in the same minutes.
 */
final class CLibrary {
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final int LONGEST_TEXT = 256;
    private static final Map<Build, CLibrary> LOADED = new EnumMap<>(Build.class);

    private final SymbolLookup symbols;
    private final Map<String, MethodHandle> called = new ConcurrentHashMap<>();

    private CLibrary(SymbolLookup symbols) {
        this.symbols = symbols;
    }

    /**
     * The library, which stays loaded; no file stays behind.
     *
     * @throws IOException if gcc fails, with what it printed
     */
    static synchronized CLibrary of(Build build) throws IOException {
        CLibrary library = LOADED.get(build);
        if (library == null) {
            library = new CLibrary(load(build));
            LOADED.put(build, library);
        }
        return library;
    }

    /** A function of so many arguments, for those that are called often. */
    @SuppressWarnings("restricted")
    MethodHandle function(String name, int arguments) {
        MemoryLayout[] layouts = new MemoryLayout[arguments];
        Arrays.fill(layouts, LONG);
        return Linker.nativeLinker().downcallHandle(symbols.findOrThrow(name), FunctionDescriptor.of(LONG, layouts));
    }

    /** Calls a function. */
    long call(String name, long... arguments) {
        MethodHandle function = called.computeIfAbsent(
                name, unseen -> function(name, arguments.length).asSpreader(long[].class, arguments.length));
        try {
            return (long) function.invokeExact(arguments);
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /** The text at an address that a function returned. */
    @SuppressWarnings("restricted")
    static String text(long address) {
        return MemorySegment.ofAddress(address).reinterpret(LONGEST_TEXT).getString(0);
    }

    /** A native call throws nothing of its own. */
    static AssertionError unexpected(Throwable thrown) {
        return new AssertionError("a native call could not be made", thrown);
    }

    @SuppressWarnings("restricted")
    private static SymbolLookup load(Build build) throws IOException {
        Path directory = Files.createTempDirectory("isolane-reference-");
        try {
            return SymbolLookup.libraryLookup(CCompiler.compile(build.options(), directory), Arena.global());
        } finally {
            delete(directory);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
