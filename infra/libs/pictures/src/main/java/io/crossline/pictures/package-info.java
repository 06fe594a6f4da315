/** Images as people see them in a browser: PNG, JPEG, data links, and several images on one sheet. Used by every service that shows images. */
package io.crossline.pictures;
