package io.crossline.bench.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatesTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            --runs 0             | --runs is 0, expected 1 to 100
            --runs many          | Invalid value for option '--runs'
            --windows 10         | --windows is 10, expected a multiple of 4 from 4 to 10000
            --only drift,speed   | --only has 'speed', expected drift or estimate
            --json no-such/x     | --json no-such/x cannot be written: there is no folder
            --fast               | Unknown option: '--fast'
            """)
    void givenABadOption_whenRun_thenOneSentenceSaysSoAndNothingIsTrained(String options, String sentence) {
        // when
        int code = run(options.split(" "));
        // then
        assertThat(code).isEqualTo(2);
        assertThat(text().lines().toList()).hasSize(2).first().asString().startsWith("Error: ").contains(sentence);
    }

    @Test
    void givenHelp_whenRun_thenEveryOptionIsTold() {
        // when
        int code = run("--help");
        // then
        assertThat(code).isZero();
        assertThat(text()).contains("--runs", "--seed", "--windows", "--only", "--keep", "--json");
    }

    private int run(String... arguments) {
        return Rates.commandLine(new PrintStream(written, true, StandardCharsets.UTF_8)).execute(arguments);
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
