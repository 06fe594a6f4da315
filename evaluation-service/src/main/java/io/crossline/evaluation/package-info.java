/**
 * Scores every trained model and records the result in PostgreSQL. Sub-packages: {@code metrics} and {@code projection}
 * (pure maths), {@code scoring} (models at work on test images), {@code store} (the database), {@code messaging}
 * (Kafka), {@code rest}.
 */
package io.crossline.evaluation;
