/**
 * Scores every trained model and records the result in PostgreSQL. Sub-packages: {@code metrics} and {@code projection}
 * (pure maths), {@code scoring} (models at work on test images), {@code drift}, {@code estimate} and {@code labels} (a line's
 * images: what changed, how right the model is, what to ask people about), {@code serving}, {@code pictures}, {@code store}
 * (the database), {@code outbox} (events that wait there to be sent), {@code messaging} (Kafka), {@code rest}.
 */
package io.crossline.evaluation;
