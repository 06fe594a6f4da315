package io.crossline.local.process;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a service is started.
 *
 * @param environment added to this process's own
 * @param log takes what the service prints
 * @param readiness answers 200 when the service is ready
 */
public record ServiceStart(String name, List<String> command, Map<String, String> environment, Path log,
        URI readiness) {}
