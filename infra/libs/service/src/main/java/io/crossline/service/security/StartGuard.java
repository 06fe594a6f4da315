package io.crossline.service.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;

/** Ends the start of a service that could check no token, and warns where everybody on the network may call it. */
@ApplicationScoped
public class StartGuard {

    private static final Logger LOG = Logger.getLogger(StartGuard.class);

    private static final String NOBODYS_KEY = "nobodys-key.pub.pem";

    private final SecurityConfig config;
    private final String host;
    private final String location;

    StartGuard(SecurityConfig config, @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "mp.jwt.verify.publickey.location") String location) {
        this.location = location;
        this.config = config;
        this.host = host;
    }

    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
        if (config.enabled()) {
            requireKey();
        } else if (!isLoopback(host)) {
            LOG.warnf(
                    "The service listens on %s, and crossline.security.enabled is false: everybody who reaches it may call it."
                            + " Set crossline.security.enabled=true and crossline.security.key to the site's public key, or keep the"
                            + " network closed",
                    host);
        }
    }

    private void requireKey() {
        if (config.key().isEmpty() && location.endsWith(NOBODYS_KEY)) {
            throw new IllegalStateException("crossline.security.enabled is true, and no key is set: expected"
                    + " crossline.security.key, the file of the site's public key, or mp.jwt.verify.publickey.location, the"
                    + " address of an identity provider's keys");
        }
        config.key().filter(file -> !Files.isReadable(file)).ifPresent(file -> {
            throw new IllegalStateException("crossline.security.key is " + file
                    + ", expected a file with the site's public key that this service may read");
        });
    }

    static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
