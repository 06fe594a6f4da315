package io.crossline.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.InterruptException;

/**
 * What has to change until a broker's rights of Crossline's accounts are those of {@link AccessRules}. Rights of other accounts are left alone.
 *
 * @param missing rights to be added
 * @param surplus rights of Crossline's accounts that no rule asks for, to be removed
 */
public record AccessSetup(List<AclBinding> missing, List<AclBinding> surplus) {

    private static final int TIMEOUT_SECONDS = 30;

    /**
     * Compares the broker's rights with the rules.
     *
     * @throws KafkaException if the broker does not answer, has no authorizer, or does not let the caller describe its rights
     */
    public static AccessSetup compare(Admin admin) {
        Collection<AclBinding> there = await(admin.describeAcls(AclBindingFilter.ANY).values());
        return between(there, AccessRules.all());
    }

    static AccessSetup between(Collection<AclBinding> there, Set<AclBinding> wanted) {
        Set<AclBinding> present = new HashSet<>(there);
        List<AclBinding> missing = wanted.stream().filter(rule -> !present.contains(rule)).toList();
        List<AclBinding> surplus = new ArrayList<>(present.stream()
                .filter(rule -> Account.isPrincipal(rule.entry().principal()) && !wanted.contains(rule)).toList());
        return new AccessSetup(missing, surplus);
    }

    public boolean isDone() {
        return missing.isEmpty() && surplus.isEmpty();
    }

    /** Adds, then removes: a service that runs never lacks a right that it has before and after. */
    public void apply(Admin admin) {
        if (!missing.isEmpty()) {
            await(admin.createAcls(missing).all());
        }
        if (!surplus.isEmpty()) {
            await(admin.deleteAcls(surplus.stream().map(AclBinding::toFilter).toList()).all());
        }
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("The broker did not answer in " + TIMEOUT_SECONDS + " s", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
