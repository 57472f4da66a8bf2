package io.isolane.dataplane.linux;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Does something inside a network namespace. A file or socket opened there belongs to that namespace for good, so
 * only opening needs to happen in it: in a platform thread of its own, which ends with the work and takes its
 * namespace with it (setns(2) moves one thread).
 */
public final class NetworkNamespace {
    private static final String NAMED_NAMESPACES = "/run/netns/";
    /** linux/sched.h. */
    private static final int CLONE_NEWNET = 0x40000000;

    private NetworkNamespace() {}

    /**
     * Calls {@code work} in a namespace and waits for its result. Any thread; the caller's namespace stays as it is.
     *
     * @param namespace a name as {@code ip netns} knows it, a path such as {@code /proc/1234/ns/net}, or null for the
     *     caller's own
     * @throws IOException what {@code work} throws, or why the namespace cannot be entered
     */
    public static <T> T call(@Nullable String namespace, Callable<T> work) throws IOException {
        if (namespace == null) {
            return callHere(work);
        }
        FutureTask<T> task = new FutureTask<>(() -> {
            enter(namespace);
            return work.call();
        });
        Thread.ofPlatform().name("isolane-netns").daemon().start(task);
        return await(task);
    }

    /** Names an interface for messages: {@code eth0}, or {@code eth0 in namespace red}. */
    static String describe(String name, @Nullable String namespace) {
        return namespace == null ? name : name + " in namespace " + namespace;
    }

    private static void enter(String namespace) throws IOException {
        String path = namespace.startsWith("/") ? namespace : NAMED_NAMESPACES + namespace;
        int file = Libc.open(path, Libc.O_RDONLY);
        if (file == -Errno.ENOENT) {
            throw new IOException("there is no network namespace " + namespace + " (" + path
                    + "): create it with 'ip netns add', or mend the name");
        }
        NativeException.check(file, "open the network namespace", path);
        try {
            NativeException.check(Libc.setns(file, CLONE_NEWNET), "enter the network namespace", path);
        } finally {
            Libc.close(file);
        }
    }

    private static <T> T callHere(Callable<T> work) throws IOException {
        try {
            return work.call();
        } catch (Exception failure) {
            throw asIOException(failure);
        }
    }

    private static <T> T await(FutureTask<T> task) throws IOException {
        try {
            return task.get();
        } catch (ExecutionException failure) {
            throw asIOException(Objects.requireNonNullElse(failure.getCause(), failure));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while entering a network namespace", interrupted);
        }
    }

    private static IOException asIOException(Throwable failure) {
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof IOException known ? known : new IOException(failure);
    }
}
