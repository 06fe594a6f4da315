package io.crossline.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A program that speaks the protocol: answers once, twice, three times a number, and writes its name to a file at each. */
public final class FakeSide {

    private FakeSide() {}

    /** Arguments: name, number, file, and after how many rounds it fails. */
    public static void main(String[] arguments) throws IOException {
        System.out.println("some library says hello");
        System.out.println("first");
        System.out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int rounds = 0;
        while ("run".equals(in.readLine())) {
            if (rounds++ == Integer.parseInt(arguments[3])) {
                throw new IllegalStateException("no more");
            }
            Files.writeString(Path.of(arguments[2]), arguments[0] + "\n", StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            System.out.println("= " + rounds * Double.parseDouble(arguments[1]));
        }
        Files.writeString(Path.of(arguments[2]), arguments[0] + " ends\n", StandardOpenOption.APPEND);
    }

    static List<String> command(String name, double number, Path file, int rounds) {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), FakeSide.class.getName(), name, Double.toString(number),
                file.toString(), Integer.toString(rounds));
    }
}
