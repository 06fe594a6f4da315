package io.crossline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.apache.kafka.common.Endpoint;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.server.authorizer.AclCreateResult;
import org.apache.kafka.server.authorizer.AclDeleteResult;
import org.apache.kafka.server.authorizer.Action;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;
import org.apache.kafka.server.authorizer.AuthorizationResult;
import org.apache.kafka.server.authorizer.Authorizer;
import org.apache.kafka.server.authorizer.AuthorizerServerInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.crossline.contracts.Topics;

/**
 * Refuses records of images while the disk is short, so that jobs, models, promotions and predictions still find room: a
 * broker whose disk is full halts. Everything else is allowed. Kafka makes one by the class name in its settings.
 */
public final class DiskReserve implements Authorizer {

    static final String DIRECTORY = "crossline.disk.directory";
    static final String RESERVE = "crossline.disk.reserve.bytes";

    private static final Logger LOG = LoggerFactory.getLogger(DiskReserve.class);
    private static final Set<String> IMAGES = Set.of(Topics.IMAGES_CAPTURED, Topics.IMAGES_TRANSLATED);
    private static final long BETWEEN_LOOKS = Duration.ofMillis(500).toNanos();

    private Path directory;
    private long reserve;
    private volatile boolean refusing;
    private volatile long lookedAt = System.nanoTime() - BETWEEN_LOOKS;

    @Override
    public void configure(Map<String, ?> settings) {
        directory = Path.of(String.valueOf(settings.get(DIRECTORY)));
        reserve = Long.parseLong(String.valueOf(settings.get(RESERVE)));
    }

    @Override
    public List<AuthorizationResult> authorize(AuthorizableRequestContext context, List<Action> actions) {
        return actions.stream().map(this::authorize).toList();
    }

    private AuthorizationResult authorize(Action action) {
        boolean image = action.operation() == AclOperation.WRITE
                && action.resourcePattern().resourceType() == ResourceType.TOPIC
                && IMAGES.contains(action.resourcePattern().name());
        return image && refuses() ? AuthorizationResult.DENIED : AuthorizationResult.ALLOWED;
    }

    private boolean refuses() {
        long now = System.nanoTime();
        if (now - lookedAt >= BETWEEN_LOOKS) {
            lookedAt = now;
            look();
        }
        return refusing;
    }

    private synchronized void look() {
        long free;
        try {
            free = Files.getFileStore(directory).getUsableSpace();
        } catch (IOException e) {
            LOG.warn("The disk of {} cannot be examined", directory, e);
            return;
        }
        boolean before = refusing;
        refusing = free < reserve;
        if (refusing && !before) {
            LOG.warn("The disk of {} has {} bytes free: images are refused while less than {} are", directory, free,
                    reserve);
        } else if (before && !refusing) {
            LOG.info("The disk of {} has {} bytes free: images are taken again", directory, free);
        }
    }

    @Override
    public Map<Endpoint, ? extends CompletionStage<Void>> start(AuthorizerServerInfo server) {
        Map<Endpoint, CompletableFuture<Void>> ready = new HashMap<>();
        server.endpoints().forEach(endpoint -> ready.put(endpoint, CompletableFuture.completedFuture(null)));
        return ready;
    }

    @Override
    public List<? extends CompletionStage<AclCreateResult>> createAcls(AuthorizableRequestContext context,
            List<AclBinding> bindings) {
        throw new UnsupportedOperationException("This broker has no access lists");
    }

    @Override
    public List<? extends CompletionStage<AclDeleteResult>> deleteAcls(AuthorizableRequestContext context,
            List<AclBindingFilter> filters) {
        throw new UnsupportedOperationException("This broker has no access lists");
    }

    @Override
    public Iterable<AclBinding> acls(AclBindingFilter filter) {
        return List.of();
    }

    @Override
    public void close() {
        // holds nothing
    }
}
