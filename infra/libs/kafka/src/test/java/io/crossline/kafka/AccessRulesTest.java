package io.crossline.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.crossline.contracts.Topics;

class AccessRulesTest {

    private static final Path ROOT = Path.of("..", "..", "..");

    @Test
    void everyTopicOfTheCatalogueHasItsAccessInTheSameOrder() {
        assertThat(TopicAccess.all()).extracting(TopicAccess::topic).containsExactlyElementsOf(
                TopicCatalog.topics(TopicSettings.defaults()).stream().map(topic -> topic.name()).toList());
    }

    @ParameterizedTest
    @EnumSource(Account.class)
    void anAccountWritesAndReadsItsTopicsAndNoOther(Account account) {
        assertThat(topics(account, AclOperation.WRITE)).isEqualTo(TopicAccess.all().stream()
                .filter(access -> access.writers().contains(account)).map(TopicAccess::topic)
                .collect(Collectors.toSet()));
        assertThat(topics(account, AclOperation.READ)).isEqualTo(TopicAccess.all().stream()
                .filter(access -> access.readers().contains(account)).map(TopicAccess::topic)
                .collect(Collectors.toSet()));
    }

    @Test
    void onlyServicesCreateTopicsAndNobodyHasARightOnTheClusterOrOnTransactions() {
        assertThat(topics(Account.PRODUCER, AclOperation.CREATE)).isEmpty();
        assertThat(topics(Account.CONSUMER, AclOperation.CREATE)).isEmpty();
        assertThat(topics(Account.DASHBOARD, AclOperation.CREATE)).hasSize(TopicAccess.all().size());
        assertThat(AccessRules.all()).allSatisfy(rule -> {
            assertThat(rule.pattern().resourceType()).isIn(ResourceType.TOPIC, ResourceType.GROUP);
            assertThat(rule.pattern().name()).isNotEqualTo(ResourcePattern.WILDCARD_RESOURCE);
            assertThat(rule.entry().operation()).isIn(AclOperation.READ, AclOperation.WRITE, AclOperation.CREATE,
                    AclOperation.DESCRIBE);
        });
    }

    /** The groups of the services' channels; those that the code makes have the same names. */
    @ParameterizedTest
    @EnumSource(value = Account.class, names = {"PRODUCER", "CONSUMER"}, mode = EnumSource.Mode.EXCLUDE)
    void aServiceJoinsTheGroupsOfItsChannels(Account account) throws IOException {
        Properties settings = new Properties();
        try (InputStream file = Files.newInputStream(
                ROOT.resolve(account.id() + "-service/src/main/resources/application.properties"))) {
            settings.load(file);
        }
        Set<String> groups = settings.stringPropertyNames().stream().filter(name -> name.endsWith(".group.id"))
                .map(settings::getProperty).collect(Collectors.toSet());
        Account.Group group = account.group().orElseThrow();

        assertThat(groups).isNotEmpty().allSatisfy(
                name -> assertThat(group.isPrefix() ? name.startsWith(group.name()) : name.equals(group.name()))
                        .as(name).isTrue());
    }

    @Test
    void whatIsMissingIsAddedAndWhatNobodyAsksForIsRemovedButNotFromOthers() {
        // Given the rules but for one, a right of a service that no rule asks for, and a right of somebody else
        Set<AclBinding> there = new HashSet<>(AccessRules.all());
        AclBinding missing = there.iterator().next();
        there.remove(missing);
        AclBinding surplus = write(Account.DASHBOARD.principal());
        there.add(surplus);
        there.add(write("User:connect"));

        // When
        AccessSetup setup = AccessSetup.between(there, AccessRules.all());

        // Then
        assertThat(setup.missing()).containsExactly(missing);
        assertThat(setup.surplus()).containsExactly(surplus);
        assertThat(AccessSetup.between(List.copyOf(AccessRules.all()), AccessRules.all()).isDone()).isTrue();
    }

    private static AclBinding write(String principal) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, Topics.MODELS_TRAINED, PatternType.LITERAL),
                new AccessControlEntry(principal, "*", AclOperation.WRITE, AclPermissionType.ALLOW));
    }

    private static Set<String> topics(Account account, AclOperation operation) {
        return AccessRules.all().stream()
                .filter(rule -> rule.entry().principal().equals(account.principal())
                        && rule.entry().operation() == operation
                        && rule.pattern().resourceType() == ResourceType.TOPIC)
                .map(rule -> rule.pattern().name()).collect(Collectors.toSet());
    }
}
