/**
 * REST: ingestions, uploads, and what each line has sent. Resources map and delegate; errors are problem JSON that names
 * the field at fault.
 */
package io.crossline.ingest.rest;
