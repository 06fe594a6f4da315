package io.crossline.kafka;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who connects to Kafka: one account a service, and two for programs of the plant. An account's name is the common name of its certificate. */
public enum Account {

    INGEST(Group.named("crossline-ingest-check")), TRAINING(Group.named("training-service")), TRANSLATION(
            Group.named("translation-service")), EVALUATION(Group.named("evaluation-service")),
    /** Every instance has a group of its own. */
    DASHBOARD(Group.starting("dashboard-")),
    /** Cameras and other outside programs that send images. They join no group. */
    PRODUCER(null),
    /** Outside programs that read what Crossline found out. */
    CONSUMER(Group.starting("consumer-"));

    /** All accounts of services; the others are of the plant. */
    public static final List<Account> SERVICES = List.of(INGEST, TRAINING, TRANSLATION, EVALUATION, DASHBOARD);

    private static final String PRINCIPAL_TYPE = "User:";

    private final Group group;

    Account(Group group) {
        this.group = group;
    }

    /** Such as {@code ingest}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As the broker names it, such as {@code User:ingest}. */
    public String principal() {
        return PRINCIPAL_TYPE + id();
    }

    public boolean isService() {
        return SERVICES.contains(this);
    }

    /** The consumer groups that it may join; empty where it joins none. */
    public Optional<Group> group() {
        return Optional.ofNullable(group);
    }

    static boolean isPrincipal(String principal) {
        return Arrays.stream(values()).anyMatch(account -> account.principal().equals(principal));
    }

    /**
     * Consumer groups.
     *
     * @param isPrefix whether it is each group whose name starts so, or the one group of that name
     */
    public record Group(String name, boolean isPrefix) {

        static Group named(String name) {
            return new Group(name, false);
        }

        static Group starting(String prefix) {
            return new Group(prefix, true);
        }

        /** A group that the account may join. */
        public String any() {
            return isPrefix ? name + "1" : name;
        }
    }
}
