package io.crossline.ingest.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.crossline.contracts.PictureFit;
import io.crossline.contracts.PicturePages;
import io.crossline.contracts.PictureRegion;
import io.crossline.contracts.PictureSettings;
import io.crossline.contracts.PictureTiles;

/** How a line's images are to be made of its picture files. What is left out is as where nobody says anything. */
@Schema(name = "NewPictures")
record NewPictures(
        @Schema(description = "What becomes of another aspect ratio", enumeration = {
                "letterbox", "crop",
                "stretch"}, defaultValue = "letterbox") PictureFit fit,
        @Schema(description = "What the line looks at, in pixels of the upright picture; without it, the whole picture") PictureRegion region,
        @Schema(description = "That the camera uses of 16, 8 to 16", defaultValue = "16") Integer bits,
        @Schema(description = "Colour behind transparent pixels and beside a letterboxed picture", defaultValue = "#000000") String background,
        @Schema(description = "Whether a picture is turned as its EXIF orientation says", defaultValue = "true") Boolean upright,
        @Schema(description = "What becomes of a file with several pages", enumeration = {"first", "all",
                "refuse"}, defaultValue = "first") PicturePages pages,
        @Schema(description = "Square tiles that the picture is cut into; shape is then that of a tile") PictureTiles tiles){

    PictureSettings toSettings() {
        PictureSettings otherwise = PictureSettings.DEFAULT;
        return new PictureSettings(fit == null ? otherwise.fit() : fit, region, bits == null ? otherwise.bits() : bits,
                background == null ? otherwise.background() : background,
                upright == null ? otherwise.upright() : upright, pages == null ? otherwise.pages() : pages, tiles);
    }
}
