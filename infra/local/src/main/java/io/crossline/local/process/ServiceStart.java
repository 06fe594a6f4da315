package io.crossline.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a part is started.
 *
 * @param environment added to this process's own
 * @param log takes what the part prints
 * @param keepsLog whether the part itself sees to its log's size; else the log of the run before is kept as {@code .1}
 * @param ready tells when the part is ready
 */
public record ServiceStart(String name, List<String> command, Map<String, String> environment, Path log,
        boolean keepsLog, ReadyCheck ready) {}
