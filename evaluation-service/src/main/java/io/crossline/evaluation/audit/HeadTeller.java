package io.crossline.evaluation.audit;

import java.io.IOException;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.crossline.audit.AuditKeys;
import io.crossline.audit.HeadSigner;
import io.crossline.evaluation.store.AuditStore;
import io.crossline.evaluation.store.StoreException;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;

/** Tells the audit's topic where the chain ends, whenever it has grown. A key that cannot be read ends the start. */
@Startup
@ApplicationScoped
public class HeadTeller {

    private static final Logger LOG = Logger.getLogger(HeadTeller.class);

    private final AuditStore audit;
    private final HeadSigner signer;

    HeadTeller(AuditStore audit, AuditConfig config) {
        this.audit = audit;
        this.signer = new HeadSigner(key(config));
    }

    @Scheduled(every = "{crossline.audit.head-interval:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            audit.tellHead((sequence, hash) -> signer.head(sequence, hash, Instant.now()));
        } catch (StoreException e) {
            LOG.warnf("The head of the audit is told later: %s", e.getMessage());
        }
    }

    private static Optional<PrivateKey> key(AuditConfig config) {
        if (config.signingKeyFile().isEmpty()) {
            LOG.info("The heads of the audit are not signed: crossline.audit.signing-key-file is not set");
            return Optional.empty();
        }
        try {
            return Optional.of(AuditKeys.readPrivate(config.signingKeyFile().get()));
        } catch (IOException e) {
            throw new IllegalStateException("crossline.audit.signing-key-file: " + e.getMessage(), e);
        }
    }
}
