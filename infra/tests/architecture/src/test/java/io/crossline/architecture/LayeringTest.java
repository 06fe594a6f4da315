package io.crossline.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of infra/docs/architecture.md. */
class LayeringTest {

    private static final String[] KAFKA = {"org.apache.kafka..", "io.crossline.kafka..",
            "io.smallrye.reactive.messaging..", "org.eclipse.microprofile.reactive.messaging.."};
    private static final String[] CONTAINER = {"io.quarkus..", "jakarta..", "org.eclipse.microprofile..",
            "io.smallrye..", "io.vertx.."};
    private static final String[] DATABASE = {"java.sql..", "javax.sql..", "org.postgresql.."};

    static Stream<String> services() {
        return Modules.SERVICES.stream();
    }

    @ParameterizedTest
    @ValueSource(strings = {"adaptation", "monitoring", "datasets", "pictures", "networks"})
    void mathsKnowsNoKafkaNoContainerAndNoDatabase(String library) {
        noClasses().that().resideInAPackage("io.crossline." + library + "..").and()
                .resideOutsideOfPackage("io.crossline.networks.start")
                .should().dependOnClassesThat(resideInAnyPackage(KAFKA).or(resideInAnyPackage(CONTAINER))
                        .or(resideInAnyPackage(DATABASE)))
                .check(Modules.all());
    }

    @ParameterizedTest
    @MethodSource("services")
    void nobodyKnowsAService(String service) {
        noClasses().that().resideOutsideOfPackage("io.crossline." + service + "..")
                .should().dependOnClassesThat().resideInAPackage("io.crossline." + service + "..")
                .check(Modules.all());
    }

    @Test
    void onlyTheirPackagesKnowKafkasClients() {
        noClasses().that().resideInAnyPackage(services().map(service -> "io.crossline." + service + "..")
                .toArray(String[]::new)).and()
                .resideOutsideOfPackages("..messaging..", "io.crossline.training.dataset..")
                .should().dependOnClassesThat().resideInAnyPackage("org.apache.kafka.clients..",
                        "io.smallrye.reactive.messaging..", "org.eclipse.microprofile.reactive.messaging..")
                .check(Modules.all());
    }

    @Test
    void onlyTheStoreKnowsTheDatabase() {
        noClasses().that().resideInAPackage("io.crossline..").and()
                .resideOutsideOfPackages("io.crossline.evaluation.store..", "io.crossline.audit..")
                .should().dependOnClassesThat().resideInAnyPackage(DATABASE).check(Modules.all());
    }

    @Test
    void onlyTheResourcesKnowRest() {
        noClasses().that().resideInAPackage("io.crossline..").and()
                .resideOutsideOfPackages("..rest..", "io.crossline.dashboard.upstream..", "io.crossline.service..")
                .should().dependOnClassesThat().resideInAnyPackage("jakarta.ws.rs..").check(Modules.all());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "translation", "training", "evaluation", "dashboard", "networks", "adaptation",
            "monitoring", "datasets"})
    void packagesPointOneWay(String module) {
        slices().matching("io.crossline." + module + ".(*)..").should().beFreeOfCycles().check(Modules.all());
    }

    @Test
    void resourcesAreInRest() {
        classes().that().areAnnotatedWith("jakarta.ws.rs.Path").should().resideInAPackage("..rest..")
                .orShould().resideInAPackage("io.crossline.dashboard.upstream..").check(Modules.all());
    }
}
