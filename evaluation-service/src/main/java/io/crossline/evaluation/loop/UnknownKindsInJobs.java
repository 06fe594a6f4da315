package io.crossline.evaluation.loop;

import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.crossline.contracts.BatchImages;
import io.crossline.contracts.DataSelection;
import io.crossline.contracts.Method;
import io.crossline.contracts.ModelManifest;
import io.crossline.evaluation.novelty.NoveltyConfig;
import io.crossline.evaluation.novelty.UnknownBook;
import io.crossline.monitoring.novelty.LeftOut;
import io.crossline.monitoring.novelty.NamedKinds;

/** What the loop's jobs learn of kinds that a line's champion does not know: named ones as classes, the others not at all. */
@ApplicationScoped
public class UnknownKindsInJobs {

    private static final Logger LOG = Logger.getLogger(UnknownKindsInJobs.class);

    private final UnknownBook book;
    private final NoveltyConfig config;

    UnknownKindsInJobs(UnknownBook book, NoveltyConfig config) {
        this.book = book;
        this.config = config;
    }

    /** The classes of the next model of the line: the champion's alone where the method learns no further ones. */
    NamedKinds named(String line, ModelManifest champion, Method method) {
        if (!method.learnsFurtherClasses()) {
            return NamedKinds.of(List.of(), champion, config.leastExamples());
        }
        NamedKinds kinds = NamedKinds.of(book.examples(line), champion, config.leastExamples());
        List<String> added = kinds.classNames().subList(champion.classNames().size(), kinds.classNames().size());
        if (!added.isEmpty()) {
            LOG.infof("Line %s: the job has the classes %s more than %s, with %d examples", line, added,
                    champion.modelVersion(), kinds.examples().size());
        }
        if (!kinds.waiting().isEmpty()) {
            LOG.infof("Line %s: of the kinds %s, too few images are named for a class: expected %d", line,
                    kinds.waiting(), config.leastExamples());
        }
        return kinds;
    }

    /**
     * The images of the data set that its job leaves out, since they were served as unknown.
     *
     * @param classes of the job's model
     */
    List<BatchImages> leftOut(DataSelection images, Collection<String> classes) {
        LeftOut out = LeftOut.of(book.markedIn(images), config.leftOutShare(), classes);
        if (out.others() > 0) {
            LOG.warnf("Line %s: of %d images that were served as unknown, the job leaves out %d, those with the "
                    + "smallest p-values: more than a share of %s may be a change of the line, which is to be learnt",
                    images.line(), out.count() + out.others(), out.count(), config.leftOutShare());
        } else if (out.count() > 0) {
            LOG.infof("Line %s: the job leaves out %d images that were served as unknown", images.line(), out.count());
        }
        return out.images();
    }
}
