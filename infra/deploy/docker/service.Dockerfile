# One service of Crossline, from what Maven has built: ./mvnw package -DskipTests
# The build context is the repository's root; the argument names the module.
FROM eclipse-temurin:21-jre

ARG SERVICE

RUN groupadd --system crossline && useradd --system --gid crossline --home /srv crossline \
    && mkdir -p /srv /data/checkpoints /data/downloads /data/watched /images \
    && chown -R crossline:crossline /srv /data
COPY infra/deploy/docker/healthy.sh /usr/local/bin/healthy
COPY infra/openblas.sh /usr/local/lib/openblas.sh
RUN chmod 755 /usr/local/bin/healthy
COPY --chown=crossline:crossline ${SERVICE}/target/quarkus-app /srv

USER crossline
WORKDIR /srv
EXPOSE 8080
# The filter lets no Java object be read from a stream: no part needs that. JAVA_OPTS comes from docker-compose.yml; exec hands the container's signals to the JVM, which then stops in order.
ENTRYPOINT ["bash", "-c", ". /usr/local/lib/openblas.sh /proc/cpuinfo; exec java '-Djdk.serialFilter=!*' -XX:+ExitOnOutOfMemoryError $JAVA_OPTS -jar quarkus-run.jar"]
