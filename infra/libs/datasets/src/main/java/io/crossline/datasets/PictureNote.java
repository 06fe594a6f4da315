package io.crossline.datasets;

/**
 * What a sender should know of a picture that was taken.
 *
 * @param kind what it is about: notes of one kind are counted together
 * @param text one sentence for people, about this picture
 */
public record PictureNote(Kind kind, String text) {

    public enum Kind {
        /** The file has more pages than were taken. */
        PAGES,
        /** The values look as if the camera used fewer bits than the line is set to. */
        TOO_DARK,
        /** There are values above what the line's bits allow. */
        TOO_BRIGHT,
        /** The picture is larger than what the model sees of it. */
        SHRUNK
    }
}
