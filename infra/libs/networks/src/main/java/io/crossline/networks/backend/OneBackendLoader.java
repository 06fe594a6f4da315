package io.crossline.networks.backend;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

import org.nd4j.linalg.factory.Nd4jBackend;

/**
 * Hides all of ND4J's backends but one. ND4J finds them as services and takes the one of the highest priority; its
 * priorities come from environment variables only, and trying CUDA's without its libraries prints a stack trace.
 */
final class OneBackendLoader extends ClassLoader {

    private static final String SERVICE = "META-INF/services/" + Nd4jBackend.class.getName();

    private final String provider;

    /** @param provider class name of the backend to show */
    OneBackendLoader(ClassLoader parent, String provider) {
        super(parent);
        this.provider = provider;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> resources = Collections.list(super.getResources(name));
        if (!name.equals(SERVICE)) {
            return Collections.enumeration(resources);
        }
        List<URL> shown = new ArrayList<>();
        for (URL resource : resources) {
            try (InputStream content = resource.openStream()) {
                if (new String(content.readAllBytes(), StandardCharsets.UTF_8).contains(provider)) {
                    shown.add(resource);
                }
            }
        }
        return Collections.enumeration(shown);
    }
}
