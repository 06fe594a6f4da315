package io.crossline.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import com.sun.net.httpserver.HttpServer;

/** Stands for a service: ready on a port, or ending at once with an exit code. */
final class ChildProgram {

    private ChildProgram() {}

    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dio.crossline.part=camera",
                        "-Xmx64m", "-cp", System.getProperty("java.class.path"), ChildProgram.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments[0].equals("die")) {
            System.out.println("cannot open the shutter");
            System.exit(Integer.parseInt(arguments[1]));
        }
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1])), 0);
        server.createContext("/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        new CountDownLatch(1).await();
    }
}
