package io.crossline.evaluation.labels;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.crossline.contracts.InvalidFieldException;

/**
 * Takes labels from people: of any image of the line that a model has predicted, whether it is in the queue or not, was predicted by
 * an earlier model, or is no longer in Kafka.
 */
@ApplicationScoped
public class Labelling {

    private static final Logger LOG = Logger.getLogger(Labelling.class);

    private final LabelBook book;
    private final AuditBook audits;

    Labelling(LabelBook book, AuditBook audits) {
        this.book = book;
        this.audits = audits;
    }

    /**
     * Records the label. Where the image was drawn at random, what is proven now goes to the audit.
     *
     * @param classNames that the line's images may be of
     * @param replace whether the label takes the place of another that was given before
     * @return empty if the line has no such batch
     * @throws InvalidFieldException if there is no such class, or the batch has no such image
     */
    public Optional<Labelled> give(LineLabel label, List<String> classNames, boolean replace) {
        if (!classNames.contains(label.className())) {
            throw new InvalidFieldException("className",
                    "is '" + label.className() + "', expected one of " + classNames);
        }
        OptionalInt images = book.images(label.line(), label.place());
        if (images.isEmpty()) {
            return Optional.empty();
        }
        if (label.place().image() >= images.getAsInt()) {
            throw new InvalidFieldException("image",
                    "is " + label.place().image() + ", expected 0 to " + (images.getAsInt() - 1));
        }
        Labelled labelled = book.give(label, replace);
        LOG.infof("Label of %s on line %s by %s: %s, %s", label.place(), label.line(), label.by(), label.className(),
                labelled.outcome());
        if (labelled.label().drawProbability() != null && labelled.changed()) {
            audits.audited(label.line())
                    .ifPresent(model -> audits.state(label.line(), label.by(), AuditStatement.of(model)));
        }
        return Optional.of(labelled);
    }
}
