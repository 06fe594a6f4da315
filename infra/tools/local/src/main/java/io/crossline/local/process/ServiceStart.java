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
 * @param answers tells whether it answers at all; false also where it is frozen
 */
public record ServiceStart(String name, List<String> command, Map<String, String> environment, Path log,
        boolean keepsLog, ProcessCheck ready, ProcessCheck answers) {}
