package cn.liangxian.journeys.desk;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A real Chromium, of Debian; {@code .ci/browser} installs it with fonts for Chinese. */
final class Browser implements AutoCloseable {

    private static final int PATIENCE_MS = 30_000;
    private final Playwright playwright =
            Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final com.microsoft.playwright.Browser chromium;

    /** Or all must be checked, so that it has to be there. */
    static boolean isThere() {
        return executable().isPresent() || System.getenv("CI") != null;
    }

    /** Where there is none, the journeys at the desks are skipped, but never where all must be checked. */
    static Browser open() {
        assumeTrue(isThere(), "no Chromium: .ci/browser installs it");
        return new Browser(executable().orElseThrow());
    }

    private Browser(Path executable) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        chromium = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(executable)
                        .setEnv(Map.of("LANGUAGE", "zh_CN", "HOME", System.getProperty("java.io.tmpdir")))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-dev-shm-usage",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--lang=zh-CN")));
    }

    /**
     * The shell shows the same pages for half the processor time of the whole browser. Pictures for documents want the whole
     * one, whose own fields are Chinese: {@code CHROMIUM=/usr/bin/chromium}.
     */
    private static Optional<Path> executable() {
        return Stream.of(
                        Optional.ofNullable(System.getenv("CHROMIUM")),
                        Optional.of("/usr/bin/chromium-headless-shell"),
                        Optional.of("/usr/bin/chromium"),
                        Optional.of("/usr/bin/google-chrome"))
                .flatMap(Optional::stream)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A window of a person who is not logged in. */
    Page window() {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(1440, 900)
                .setLocale("zh-CN"));
        context.setDefaultTimeout(PATIENCE_MS);
        return context.newPage();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
