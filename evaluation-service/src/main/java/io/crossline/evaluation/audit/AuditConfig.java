package io.crossline.evaluation.audit;

import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the audit's topic is told of the chain. */
@ConfigMapping(prefix = "crossline.audit")
public interface AuditConfig {

    /** File with an Ed25519 private key, PKCS #8 in Base64. Without one, heads are not signed. */
    Optional<Path> signingKeyFile();

    /** How often it is looked whether the chain has grown. */
    @WithDefault("5s")
    String headInterval();
}
