package io.isolane.tools.bench.page;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Chromium without a window, driven by its driver over the loopback interface (W3C WebDriver). Confined to its thread. */
public final class Browser implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern STARTED = Pattern.compile("started successfully on port (\\d+)");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process driver;
    private final String root;
    private final String session;

    private Browser(Process driver, Path profile) throws IOException, InterruptedException {
        this.driver = driver;
        this.root = "http://127.0.0.1:" + port(driver.inputReader()) + "/session";
        List<String> arguments = List.of(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile);
        Map<String, ?> options = Map.of("alwaysMatch", Map.of("goog:chromeOptions", Map.of("args", arguments)));
        this.session = root + "/"
                + post(root, Map.of("capabilities", options)).path("sessionId").asString();
    }

    /** What is not installed, and how to mend it; empty if nothing is missing. */
    public static String missing() {
        List<Path> directories = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
        List<String> missing = Stream.of("chromium", "chromedriver")
                .filter(program ->
                        directories.stream().noneMatch(directory -> Files.isExecutable(directory.resolve(program))))
                .toList();
        return missing.isEmpty()
                ? ""
                : "not installed: " + String.join(", ", missing) + " (Debian: apt install chromium chromium-driver)";
    }

    /** Starts a browser whose files are all in {@code profile}. */
    public static Browser start(Path profile) throws IOException, InterruptedException {
        Process driver = new ProcessBuilder("chromedriver", "--port=0")
                .redirectErrorStream(true)
                .start();
        try {
            return new Browser(driver, profile);
        } catch (IOException | InterruptedException | RuntimeException failed) {
            driver.destroy();
            throw failed;
        }
    }

    /**
     * Looks at a page or a picture: how many charts it shows, whether it is dark, and in sentences what is wrong with how they are rendered.
     *
     * @param width of the window
     */
    public JsonNode look(Path file, int width, boolean isDark) throws IOException, InterruptedException {
        show(width, isDark);
        post(session + "/url", Map.of("url", file.toUri().toString()));
        try (InputStream script = Browser.class.getResourceAsStream("looks.js")) {
            String text = new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
            return post(session + "/execute/sync", Map.of("script", text, "args", List.of()));
        }
    }

    /** Makes the window so wide, and the reader like light or dark. */
    private void show(int width, boolean isDark) throws IOException, InterruptedException {
        devTools(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        Map<String, String> scheme = Map.of("name", "prefers-color-scheme", "value", isDark ? "dark" : "light");
        devTools("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
    }

    @Override
    public void close() {
        try {
            send(HttpRequest.newBuilder(URI.create(session)).DELETE().build());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            driver.destroy();
        }
    }

    private void devTools(String command, Map<String, ?> parameters) throws IOException, InterruptedException {
        post(session + "/goog/cdp/execute", Map.of("cmd", command, "params", parameters));
    }

    private JsonNode post(String url, Map<String, ?> body) throws IOException, InterruptedException {
        String text = JSON.writeValueAsString(body);
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(text))
                .build());
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        JsonNode value = JSON.readTree(response.body()).path("value");
        if (response.statusCode() != 200) {
            throw new IOException(request.uri() + ": " + value.path("message").asString(response.body()));
        }
        return value;
    }

    private static String port(BufferedReader said) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                return started.group(1);
            }
        }
        throw new IOException("chromedriver ended before it had started");
    }
}
