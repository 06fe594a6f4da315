package io.crossline.endtoend;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/** The machine's own Chromium, driven by Playwright. Aborts the test, saying why, where there is none. */
final class Chromium implements AutoCloseable {

    private static final String DRIVER = "com.microsoft.playwright.impl.driver.jar.DriverJar";

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        Path executable = executable()
                .orElseGet(() -> abort("Browser test skipped: no Chromium at /usr/bin/chromium or CROSSLINE_CHROMIUM"));
        requireDriver();
        playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable)
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync")));
    }

    private static Optional<Path> executable() {
        Path path = Path.of(Optional.ofNullable(System.getenv("CROSSLINE_CHROMIUM")).orElse("/usr/bin/chromium"));
        return Optional.of(path).filter(Files::isExecutable);
    }

    private static void requireDriver() {
        try {
            Class.forName(DRIVER);
        } catch (ClassNotFoundException e) {
            abort("Browser test skipped: build with -Pbrowser for Playwright's driver");
        }
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
