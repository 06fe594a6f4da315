/** REST: generators, their progress and their galleries. Every error is a problem+json document with the field at fault. */
package io.crossline.translation.rest;
