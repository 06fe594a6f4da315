package io.crossline.kafka;

import java.util.LinkedHashSet;
import java.util.Set;

import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Kafka's access control list of Crossline, made from {@link TopicAccess}: what each account needs and nothing else. Every right is one to allow;
 * what no right allows, a broker with an authorizer denies.
 *
 * <ul>
 * <li>An account writes and reads its topics. The right to write one topic includes the producer id of an idempotent producer.
 * <li>A service creates topics that are missing, and describes all of them ({@link TopicsAtStart}).
 * <li>A reader joins its own consumer groups. Nobody uses transactional ids, and nobody has a right on the cluster.
 * </ul>
 */
public final class AccessRules {

    private static final String ANY_HOST = "*";

    private AccessRules() {}

    /** All rights, topic by topic. */
    public static Set<AclBinding> all() {
        Set<AclBinding> rules = new LinkedHashSet<>();
        for (TopicAccess access : TopicAccess.all()) {
            ResourcePattern topic = new ResourcePattern(ResourceType.TOPIC, access.topic(), PatternType.LITERAL);
            access.writers().forEach(account -> rules.add(allow(account, AclOperation.WRITE, topic)));
            access.readers().forEach(account -> rules.add(allow(account, AclOperation.READ, topic)));
            for (Account service : Account.SERVICES) {
                rules.add(allow(service, AclOperation.CREATE, topic));
                rules.add(allow(service, AclOperation.DESCRIBE, topic));
            }
        }
        for (Account account : Account.values()) {
            account.group().ifPresent(group -> rules.add(allow(account, AclOperation.READ,
                    new ResourcePattern(ResourceType.GROUP, group.name(),
                            group.isPrefix() ? PatternType.PREFIXED : PatternType.LITERAL))));
        }
        return rules;
    }

    private static AclBinding allow(Account account, AclOperation operation, ResourcePattern resource) {
        return new AclBinding(resource,
                new AccessControlEntry(account.principal(), ANY_HOST, operation, AclPermissionType.ALLOW));
    }
}
