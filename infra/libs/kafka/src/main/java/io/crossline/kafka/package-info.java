/**
 * How Crossline reads Kafka beside its message channels: {@link io.crossline.kafka.TopicView} follows a topic as state,
 * {@link io.crossline.kafka.RangeReader} reads offset ranges and single records, {@link io.crossline.kafka.SelectionReader} reads data
 * selections, {@link io.crossline.kafka.TrainedModels} finds model archives. {@link io.crossline.kafka.TopicCatalog} holds the settings of
 * all topics and {@link io.crossline.kafka.TopicSetup} creates them. All readers read committed records only, join no consumer group and
 * commit nothing. The events and their codecs are in {@code io.crossline.contracts}.
 */
package io.crossline.kafka;
