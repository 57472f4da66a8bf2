package io.isolane.dataplane.port.kernel;

import io.isolane.dataplane.linux.NetworkNamespace;
import io.isolane.dataplane.linux.TestNamespace;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.FutureTask;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** A TCP stream of random bytes from one namespace to another, by the kernel's own stacks. */
public final class TcpTransfer {
    private static final int PORT = 5001;
    private static final int BYTES = 8 << 20;
    private static final int TIMEOUT_MILLIS = 10_000;

    private final byte[] sent = new byte[BYTES];
    private final FutureTask<byte[]> received;
    private final FutureTask<Void> sending;

    private TcpTransfer(ServerSocket server, TestNamespace client, String serverAddress) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        random.nextBytes(sent);
        received = new FutureTask<>(() -> receive(server));
        sending = new FutureTask<>(() -> {
            NetworkNamespace.call(client.name(), () -> send(serverAddress));
            return null;
        });
        Thread.ofPlatform().daemon().start(received);
        Thread.ofPlatform().daemon().start(sending);
    }

    /** Starts a transfer to {@code serverAddress}, which is the server's. */
    public static TcpTransfer start(TestNamespace server, String serverAddress, TestNamespace client)
            throws IOException {
        ServerSocket socket = NetworkNamespace.call(server.name(), () -> new ServerSocket(PORT));
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return new TcpTransfer(socket, client, serverAddress);
    }

    public boolean isDone() {
        return received.isDone();
    }

    /** Digest of what was sent. */
    public byte[] sent() {
        return digest(sent);
    }

    /** Digest of what was received. */
    public byte[] received() throws Exception {
        sending.get();
        return digest(received.get());
    }

    @SuppressWarnings("AddressSelection") // a literal
    private boolean send(String address) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, PORT), TIMEOUT_MILLIS);
            socket.getOutputStream().write(sent);
        }
        return true;
    }

    private static byte[] receive(ServerSocket server) throws IOException {
        try (server;
                Socket socket = server.accept()) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            return socket.getInputStream().readAllBytes();
        }
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError(missing);
        }
    }
}
