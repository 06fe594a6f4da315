package io.crossline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code infra/build/release}, in a small repository whose Maven writes the version and one library. */
class ReleaseScriptTest {

    private static final Path SCRIPT = Path.of("..", "..", "build", "release").toAbsolutePath().normalize();
    private static final String CHANGES = "# Changes\n\n## Unreleased\n\n* A change.\n";
    private static final String MAVEN = """
            #!/usr/bin/env bash
            set -euo pipefail
            for word in "$@"; do
              case "$word" in
                -DnewVersion=*) echo "${word#*=}" > pom.xml ;;
                verify)
                  mkdir -p target infra/libs/one/target one-service/target/quarkus-app
                  echo one > "infra/libs/one/target/crossline-one-$(cat pom.xml).jar"
                  echo sources > "infra/libs/one/target/crossline-one-$(cat pom.xml)-sources.jar"
                  echo run > one-service/target/quarkus-app/quarkus-run.jar
                  echo '{}' > target/crossline-sbom.json
                  echo '<bom/>' > target/crossline-sbom.xml ;;
              esac
            done
            """;

    @TempDir
    Path repository;

    @BeforeEach
    void aRepositoryOnMain() throws Exception {
        Path script = repository.resolve("infra/build/release");
        Files.createDirectories(script.getParent());
        Files.copy(SCRIPT, script);
        Files.writeString(repository.resolve("mvnw"), MAVEN).toFile().setExecutable(true);
        script.toFile().setExecutable(true);
        Files.writeString(repository.resolve("pom.xml"), "0.1.0-SNAPSHOT\n");
        Files.writeString(repository.resolve("CHANGELOG.md"), CHANGES);
        Files.writeString(repository.resolve(".gitignore"), "target/\n");
        git("init", "--quiet", "--initial-branch=main");
        git("config", "user.name", "Ada");
        git("config", "user.email", "ada@example.org");
        git("add", "--all");
        git("commit", "--quiet", "--message", "Begin");
    }

    @Test
    void aReleaseIsTaggedAndTheNextVersionBegins() throws Exception {
        Run run = release("0.1.0", "--skip-tests");

        assertThat(run.code()).as(run.printed()).isZero();
        assertThat(git("log", "--format=%s")).isEqualTo("Begin 0.2.0\nRelease 0.1.0\nBegin");
        assertThat(git("show", "v0.1.0:pom.xml")).isEqualTo("0.1.0");
        assertThat(git("show", "v0.1.0:CHANGELOG.md"))
                .matches("# Changes\\n\\n## 0\\.1\\.0, \\d{4}-\\d\\d-\\d\\d\\n\\n\\* A change\\.");
        assertThat(git("show", "main:pom.xml")).isEqualTo("0.2.0-SNAPSHOT");
        assertThat(git("show", "main:CHANGELOG.md")).contains("## Unreleased\n\n## 0.1.0, ");
        assertThat(git("status", "--porcelain")).isEmpty();
    }

    /** Given a release, then its files are together, and their checksums hold. */
    @Test
    void filesHaveChecksums() throws Exception {
        release("0.1.0");

        Path files = repository.resolve("target/release");
        assertThat(Files.readAllLines(files.resolve("SHA256SUMS"))).extracting(line -> line.substring(66))
                .containsExactly(
                        "crossline-one-0.1.0-sources.jar", "crossline-one-0.1.0.jar", "crossline-sbom.json",
                        "crossline-sbom.xml", "one-service-0.1.0.tar.gz");
        assertThat(run(files, "sha256sum", "--check", "--quiet", "SHA256SUMS").code()).isZero();
        assertThat(run(files, "tar", "-tzf", "one-service-0.1.0.tar.gz").printed())
                .contains("one-service-0.1.0/quarkus-run.jar");
    }

    @Test
    void aDryRunChangesNothing() throws Exception {
        Run run = release("0.1.0", "--next", "1.0.0", "--dry-run");

        assertThat(run.code()).as(run.printed()).isZero();
        assertThat(run.printed()).contains("-DnewVersion=0.1.0", "-Pstrict -Prelease clean verify", "v0.1.0",
                "-DnewVersion=1.0.0-SNAPSHOT", "Nothing was changed.");
        assertThat(git("status", "--porcelain", "--ignored")).isEmpty();
        assertThat(git("log", "--format=%s")).isEqualTo("Begin");
        assertThat(git("tag")).isEmpty();
    }

    @Test
    void aFailedBuildLeavesTheFilesAsTheyWere() throws Exception {
        Files.writeString(repository.resolve("mvnw"), MAVEN.replace("verify)", "verify) exit 7;; never)"));
        git("commit", "--quiet", "--all", "--message", "Break the build");

        Run run = release("0.1.0");

        assertThat(run.code()).isEqualTo(7);
        assertThat(run.printed()).contains("The release was not made; the files are as they were.");
        assertThat(git("status", "--porcelain")).isEmpty();
        assertThat(git("tag")).isEmpty();
    }

    @Test
    void whatIsNoReleaseIsRefusedWithTheReason() throws Exception {
        assertThat(release("1.0").printed()).contains("The version is '1.0', expected three numbers such as 0.1.0");
        assertThat(release("0.1.0", "--fast").printed()).contains("--fast is no option");

        Files.writeString(repository.resolve("new.txt"), "new");
        assertThat(release("0.1.0").printed()).contains("These files are not committed:", "new.txt");
        Files.delete(repository.resolve("new.txt"));

        git("tag", "v0.1.0");
        assertThat(release("0.1.0").printed()).contains("There is a tag v0.1.0 already");

        git("switch", "--quiet", "--create", "work");
        assertThat(release("0.2.0").printed()).contains("A release is made on main, and this is work");
    }

    @Test
    void changesThatNobodyWroteAreAskedFor() throws Exception {
        Files.writeString(repository.resolve("CHANGELOG.md"), "# Changes\n\n## Unreleased\n\n## 0.0.1\n\n* Old.\n");
        git("commit", "--quiet", "--all", "--message", "Clear the changes");

        Run run = release("0.1.0");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.printed()).contains("The section '## Unreleased' of CHANGELOG.md is empty");
    }

    private record Run(int code, String printed) {}

    private Run release(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("infra/build/release"));
        command.addAll(List.of(arguments));
        return run(repository, command.toArray(String[]::new));
    }

    private String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Run run = run(repository, command.toArray(String[]::new));
        assertThat(run.code()).as(run.printed()).isZero();
        return run.printed();
    }

    private static Run run(Path folder, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return new Run(process.waitFor(), printed);
    }
}
