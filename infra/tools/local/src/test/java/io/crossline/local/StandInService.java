package io.crossline.local;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import com.sun.net.httpserver.HttpServer;

/** Stands for a service, in its place and with its environment: always ready, or ending at once where the file says so. */
public final class StandInService {

    private static final String CLASS_FILE = StandInService.class.getName().replace('.', '/') + ".class";

    private StandInService() {}

    /** Puts one in the place of each service. */
    static void install(Layout layout) throws IOException {
        for (Service service : Service.values()) {
            Path jar = layout.runner(service);
            Files.createDirectories(jar.getParent());
            Manifest manifest = new Manifest();
            manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
            manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandInService.class.getName());
            try (OutputStream file = Files.newOutputStream(jar);
                    JarOutputStream content = new JarOutputStream(file, manifest)) {
                content.putNextEntry(new JarEntry(CLASS_FILE));
                content.write(StandInService.class.getClassLoader().getResourceAsStream(CLASS_FILE).readAllBytes());
            }
        }
    }

    /** From now on, the service dies whenever it is started. */
    static void letDie(Layout layout, Service service) throws IOException {
        Files.createFile(layout.home().resolve(service.id() + ".dies"));
    }

    /** It dies no more when it is started. */
    static void letLive(Layout layout, Service service) throws IOException {
        Files.delete(layout.home().resolve(service.id() + ".dies"));
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String part = System.getProperty("io.crossline.part");
        Path jar = Path.of(System.getProperty("java.class.path"));
        Path home = jar.getParent().getParent().getParent().getParent();
        if (Files.exists(home.resolve(part + ".dies"))) {
            System.out.println("cannot open the shutter");
            System.exit(3);
        }
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"),
                Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"))), 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        new CountDownLatch(1).await();
    }
}
