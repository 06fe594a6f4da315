# One service of Crossline that can compute on an NVIDIA GPU, from a build with CUDA: ./mvnw -Pcuda package -DskipTests
# As service.Dockerfile, on NVIDIA's CUDA 11.6 with cuDNN 8: libcudart, libcublas, libcusolver and libcudnn come from there,
# the driver from the host.
FROM eclipse-temurin:21-jre AS java

FROM nvidia/cuda:11.6.2-cudnn8-runtime-ubuntu20.04

ARG SERVICE

COPY --from=java /opt/java/openjdk /opt/java/openjdk
ENV JAVA_HOME=/opt/java/openjdk PATH=/opt/java/openjdk/bin:$PATH

RUN groupadd --system crossline && useradd --system --gid crossline --home /srv crossline \
    && mkdir -p /srv /data/checkpoints \
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
