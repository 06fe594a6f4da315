package io.crossline.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;

/** The dashboard's first page and the page of the demo's adaptation, in a real browser. Screenshots are in {@code target/screenshots}. */
@ExtendWith(RunningCrossline.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardPageIT {

    private static final int METHODS = 4;
    private static final int ROWS = 4;
    private static final int CLASSES = 6;
    private static final HasCountOptions PATIENTLY = new HasCountOptions().setTimeout(30_000);

    private Chromium chromium;
    private Page page;
    private Page home;
    private URI address;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    @BeforeAll
    void openPage(CrosslineProcess crossline) {
        chromium = new Chromium();
        address = crossline.dashboard();
        page = open("/adaptation.html", 1280, ColorScheme.LIGHT);
        home = open("/", 1280, ColorScheme.LIGHT);
    }

    @AfterAll
    void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void itIsLiveAndAllServicesAreReady() {
        assertThat(page.locator("#live")).hasText("Live");
        assertThat(page.locator("#services li[data-state=UP]")).hasCount(METHODS, PATIENTLY);
    }

    @Test
    void theFirstPageListsBothLinesWithTheirStates() {
        Locator rows = home.locator("#lines tbody tr");
        assertThat(rows).hasCount(2, PATIENTLY);
        assertThat(home.locator("#lines tbody th").allTextContents()).containsExactlyInAnyOrder("clean", "worn");
        assertThat(rows.filter(new Locator.FilterOptions().setHasText("clean")).locator(".state"))
                .hasText("No model");

        home.getByLabel("Find a line").fill("wor");
        assertThat(home.locator("#lines tbody tr:visible")).hasCount(1);
        home.getByLabel("Find a line").fill("");
    }

    @Test
    void theFirstPageLeadsToTheAdaptation() {
        Page fresh = open("/", 1280, ColorScheme.LIGHT);
        fresh.locator("#adaptations tbody a").first().click();

        assertThat(fresh.locator(".recommendation .ruling")).isVisible(new IsVisibleOptions().setTimeout(30_000));
        fresh.close();
    }

    @Test
    void aLinesPageShowsItsNewestImagesAndSaysWhatToDoNext() {
        Page line = open("/line.html?line=clean", 1280, ColorScheme.LIGHT);

        // the image has no source until the page knows the line
        assertLoaded(line.locator("#delivery .preview img[src]"), 1);
        assertThat(line.locator("#next").getByRole(AriaRole.BUTTON)).hasText("Promote a model");
        line.locator("#next").getByRole(AriaRole.BUTTON).click();
        assertThat(line.locator("#form-promote")).isVisible();
        line.close();
    }

    @Test
    void itShowsEveryJobWithItsCurves() {
        assertThat(page.locator(".jobs tbody[data-state=COMPLETED]")).hasCount(METHODS, PATIENTLY);
        assertThat(page.locator(".curve canvas").first()).isVisible();
        assertDrawn(page.locator(".curve canvas").first());
    }

    @Test
    void itShowsTheResultsInOrderWithTheBestMarked() {
        Locator rows = page.locator(".results tbody tr");
        assertThat(rows).hasCount(METHODS, PATIENTLY);
        assertThat(rows.evaluateAll("rows => rows.map(row => row.dataset.method)"))
                .isEqualTo(List.of("source", "cyclegan", "dann", "coral"));
        assertThat(page.locator(".results tr.best")).hasCount(1);
    }

    @Test
    void itLeadsWithTheRecommendationAndShowsTheTrade() {
        assertThat(page.locator(".recommendation .ruling"))
                .hasText(Pattern.compile("Recommended: |No method is surely"));
        assertThat(page.locator(".votes tbody tr")).hasCount(METHODS - 1);
        assertThat(page.locator(".trade canvas")).hasCount(1, PATIENTLY);
        assertDrawn(page.locator(".trade canvas"));
    }

    @Test
    void itShowsFourImagesOfEveryClass() {
        assertLoaded(page.locator(".gallery img"), ROWS * CLASSES);
    }

    @Test
    void itShowsTheFeaturesBeforeAndAfter() {
        Locator plots = page.locator(".scatter canvas");
        assertThat(plots).hasCount(2, PATIENTLY);
        assertDrawn(plots.first());
        assertDrawn(plots.last());
        page.locator("#features select").selectOption(new SelectOption().setIndex(0));
        assertThat(plots).hasCount(2, PATIENTLY);
    }

    @Test
    void itShowsWhichClassIsTakenForWhich() {
        assertThat(page.locator(".matrix tbody td")).hasCount(CLASSES * CLASSES, PATIENTLY);
        assertThat(page.locator(".classes tbody tr")).hasCount(CLASSES);
        page.locator("#confusion select").last().selectOption("source");
        assertThat(page.locator(".matrix tbody td")).hasCount(CLASSES * CLASSES);
    }

    @Test
    void theKeyboardReachesTheContentFirst() {
        Page fresh = open("/adaptation.html", 1280, ColorScheme.LIGHT);
        fresh.keyboard().press("Tab");
        assertThat(fresh.locator(".skip")).isFocused();
        fresh.close();
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT", "1280, DARK", "800, LIGHT", "375, LIGHT"})
    void itFitsTheWindowWithoutErrorsAndAsksNobodyElse(int width, ColorScheme scheme) {
        Page first = open("/", width, scheme);
        assertThat(first.locator("#lines tbody tr")).hasCount(2, PATIENTLY);
        assertThat(first.locator("#adaptations tbody tr").first()).isVisible();
        assertFits(first, "home", width, scheme);

        Page fresh = open("/adaptation.html", width, scheme);
        assertThat(fresh.locator(".results tbody tr")).hasCount(METHODS, PATIENTLY);
        assertLoaded(fresh.locator(".gallery img"), ROWS * CLASSES);
        assertThat(fresh.locator(".scatter canvas")).hasCount(2, PATIENTLY);
        assertThat(fresh.locator(".matrix")).isVisible();

        assertFits(fresh, "adaptation", width, scheme);
    }

    private void assertFits(Page shown, String name, int width, ColorScheme scheme) {
        shown.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path
                .of(System.getProperty("crossline.output"), "screenshots",
                        "%s-%d-%s.png".formatted(name, width, scheme))));

        assertThat(shown.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        assertThat(complaints).isEmpty();
        assertThat(requests).allMatch(url -> url.startsWith(address.toString()) || url.startsWith("data:"));
        shown.close();
    }

    private Page open(String path, int width, ColorScheme scheme) {
        Page opened = chromium.browser().newPage(
                new Browser.NewPageOptions().setViewportSize(width, 900).setColorScheme(scheme));
        opened.onPageError(complaints::add);
        opened.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        opened.onRequest(request -> requests.add(request.url()));
        opened.navigate(address + path);
        return opened;
    }

    private static void assertLoaded(Locator images, int count) {
        assertThat(images).hasCount(count, PATIENTLY);
        images.last().scrollIntoViewIfNeeded();
        images.last().evaluate("image => image.decode()");
        assertThat(images.evaluateAll("images => images.filter(image => image.naturalWidth > 0).length"))
                .isEqualTo(count);
    }

    private static void assertDrawn(Locator canvas) {
        assertThat(canvas.evaluate("canvas => new Set(new Uint32Array("
                + "canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer)).size"))
                .asString().matches("[1-9]\\d+");
    }
}
