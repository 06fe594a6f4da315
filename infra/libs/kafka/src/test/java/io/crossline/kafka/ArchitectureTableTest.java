package io.crossline.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.crossline.contracts.Topics;

/** The table of topics in architecture.md names those who write and read them, as the code does. */
class ArchitectureTableTest {

    private static final Path DOCUMENT = Path.of("../../docs/architecture.md");
    private static final Pattern ROW = Pattern.compile("\\| `([a-z.<>]+)` \\|(.*)\\|");
    private static final int WRITTEN_BY = 2;
    private static final int READ_BY = 3;
    private static final String DEAD_LETTERS = "<topic>.dlq";

    private static final Map<String, String[]> ROWS = new LinkedHashMap<>();

    @BeforeAll
    static void read() throws IOException {
        String text = Files.readString(DOCUMENT);
        String table = text.substring(text.indexOf("\n## Topics\n"), text.indexOf("**Order.**"));
        table.lines().map(ROW::matcher).filter(Matcher::matches)
                .forEach(row -> ROWS.put(row.group(1), row.group(2).split("\\|")));
    }

    @Test
    void theTableHasEveryTopic() {
        assertThat(ROWS.keySet().stream().filter(name -> !name.equals(DEAD_LETTERS)).map(ArchitectureTableTest::topic))
                .containsExactlyInAnyOrderElementsOf(TopicAccess.all().stream().map(TopicAccess::topic)
                        .filter(topic -> !topic.endsWith(".dlq")).toList());
    }

    @Test
    void everyTopicIsWrittenAndReadByWhomTheTableNames() {
        String before = "";
        for (Map.Entry<String, String[]> row : ROWS.entrySet()) {
            if (row.getKey().equals(DEAD_LETTERS)) {
                continue;
            }
            TopicAccess access = access(topic(row.getKey()));
            String readers = row.getValue()[READ_BY].strip().equals("as above") ? before : row.getValue()[READ_BY];
            before = readers;
            assertThat(EnumSet.copyOf(access.writers())).as("%s is written by", row.getKey())
                    .isEqualTo(accounts(row.getValue()[WRITTEN_BY]));
            assertThat(EnumSet.copyOf(access.readers())).as("%s is read by", row.getKey())
                    .isEqualTo(accounts(readers));
        }
    }

    @Test
    void deadLettersAreWrittenByWhomTheTableNamesAndReadByPeople() {
        Map<String, Account> named = new LinkedHashMap<>();
        Matcher owner = Pattern.compile("(\\w+) \\(([^)]*)\\)").matcher(ROWS.get(DEAD_LETTERS)[WRITTEN_BY]);
        while (owner.find()) {
            Account account = Account.valueOf(owner.group(1).toUpperCase(Locale.ROOT));
            Arrays.stream(owner.group(2).split(",")).map(name -> name.replace("`", "").strip())
                    .forEach(name -> named.put(Topics.deadLetter(topic(name)), account));
        }

        assertThat(named).hasSize(6);
        assertThat(ROWS.get(DEAD_LETTERS)[READ_BY].strip()).isEqualTo("people");
        assertThat(TopicAccess.all()).filteredOn(access -> access.topic().endsWith(".dlq"))
                .allSatisfy(access -> {
                    assertThat(access.readers()).isEmpty();
                    assertThat(access.writers()).as(access.topic()).isEqualTo(
                            named.containsKey(access.topic())
                                    ? List.of(named.get(access.topic()))
                                    : List.of());
                });
    }

    private static String topic(String name) {
        return "crossline." + name + ".v1";
    }

    private static TopicAccess access(String topic) {
        return TopicAccess.all().stream().filter(access -> access.topic().equals(topic)).findFirst().orElseThrow();
    }

    /** Those whom a cell names, whatever it says of them beside that. */
    private static Set<Account> accounts(String cell) {
        Set<Account> found = EnumSet.noneOf(Account.class);
        for (Account service : Account.SERVICES) {
            if (Pattern.compile("\\b" + service.id() + "\\b").matcher(cell).find()) {
                found.add(service);
            }
        }
        if (cell.contains("outside producer")) {
            found.add(Account.PRODUCER);
        }
        if (cell.contains("outside consumer") || cell.contains("outside auditor")) {
            found.add(Account.CONSUMER);
        }
        return found;
    }
}
