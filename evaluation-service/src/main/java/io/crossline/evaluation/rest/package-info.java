/** REST: reads the {@code store} and maps it to JSON. Every error is a problem+json document with the field at fault. */
package io.crossline.evaluation.rest;
