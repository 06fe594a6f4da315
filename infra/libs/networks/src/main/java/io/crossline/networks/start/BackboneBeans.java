package io.crossline.networks.start;

import java.nio.file.Path;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.crossline.networks.backbone.Backbones;

/** The folder of the backbones that models stand on. */
@Dependent
class BackboneBeans {

    @Produces
    @Singleton
    Backbones backbones(
            @ConfigProperty(name = "crossline.backbones", defaultValue = ".crossline/backbones") Path folder) {
        return new Backbones(folder);
    }

    void close(@Disposes Backbones backbones) {
        backbones.close();
    }
}
