package io.crossline.evaluation.loop;

import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.crossline.contracts.BatchImages;
import io.crossline.contracts.DataSelection;
import io.crossline.evaluation.novelty.LeftOut;
import io.crossline.evaluation.novelty.NoveltyConfig;
import io.crossline.evaluation.novelty.UnknownBook;

/** Keeps images that were served as unknown out of the loop's jobs. */
@ApplicationScoped
public class UnknownsLeftOut {

    private static final Logger LOG = Logger.getLogger(UnknownsLeftOut.class);

    private final UnknownBook book;
    private final NoveltyConfig config;

    UnknownsLeftOut(UnknownBook book, NoveltyConfig config) {
        this.book = book;
        this.config = config;
    }

    /**
     * The images of the data set that its job leaves out.
     *
     * @param classes of the job's model
     */
    List<BatchImages> of(DataSelection images, Collection<String> classes) {
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
