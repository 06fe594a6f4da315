package io.crossline.evaluation.loop;

import java.util.List;
import java.util.Optional;

/** How the loop treats each line, as the database remembers it. Every change comes with its audit entry. */
public interface LineLoops {

    /** Empty where nobody has set it. */
    Optional<LoopSettings> settings(String line);

    void change(String line, LoopSettings to);

    /** Models that a person compares with the line's champion, by name. */
    List<String> compared(String line);

    void compare(String line, List<String> models, String by, String reason);
}
