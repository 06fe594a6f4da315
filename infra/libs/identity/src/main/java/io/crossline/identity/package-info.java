/**
 * Who may do what: the {@linkplain io.crossline.identity.Role roles}, the {@linkplain io.crossline.identity.UserFile users} of
 * a site without an identity provider, and the {@linkplain io.crossline.identity.TokenSigner tokens} that the site's key signs.
 * It knows no framework: the launcher uses it, and {@code io.crossline.service.security} brings it to the services.
 */
package io.crossline.identity;
