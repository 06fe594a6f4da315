/** Makes the AsyncAPI document of all topics, and compares it with the one that the services serve. */
package io.crossline.kafka.asyncapi;
