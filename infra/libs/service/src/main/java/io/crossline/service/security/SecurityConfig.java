package io.crossline.service.security;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who may call the service. */
@ConfigMapping(prefix = "crossline.security")
public interface SecurityConfig {

    /** Whether callers must show who they are. */
    @WithDefault("false")
    boolean enabled();

    /** File of the public key that tokens are checked with. An identity provider's keys are set with mp.jwt.verify.publickey.location instead. */
    Optional<Path> key();

    /** File with the ids of tokens that are no longer valid, one a line. */
    Optional<Path> revoked();

    /**
     * Names under which the service may be called, as in the header Host, without a port. Without them, a service that listens on
     * this machine only has this machine's names, and one that listens on the network is called under any name.
     */
    Optional<List<String>> hosts();
}
