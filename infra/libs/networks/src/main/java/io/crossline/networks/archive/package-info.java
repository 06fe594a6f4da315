/** Networks and their manifest as one zip file. */
package io.crossline.networks.archive;
