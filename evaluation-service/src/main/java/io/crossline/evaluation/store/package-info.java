/**
 * PostgreSQL: what was found out about the models, and which adaptations they belong to. Plain SQL; the schema is in
 * {@code db/migration}. This service alone writes the database.
 */
package io.crossline.evaluation.store;
