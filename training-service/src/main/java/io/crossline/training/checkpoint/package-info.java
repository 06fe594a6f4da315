/**
 * Half-done work of jobs on disk, one folder a job: the state of each phase, and how often the job was begun. Called by
 * {@code jobs}; the file format is the trainer's.
 */
package io.crossline.training.checkpoint;
