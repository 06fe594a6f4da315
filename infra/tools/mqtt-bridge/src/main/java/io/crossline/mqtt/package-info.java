/**
 * Pictures from MQTT to the ingest service. {@link io.crossline.mqtt.MqttBridge} receives and acknowledges, {@link io.crossline.mqtt.Delivery}
 * posts each until there is an answer.
 */
package io.crossline.mqtt;
