/**
 * Who calls a service, and from where. {@link io.crossline.service.security.BorderFilter} rejects foreign hosts and origins,
 * {@link io.crossline.service.security.RoleAugmentor} says which roles a caller has,
 * {@link io.crossline.service.security.LineTokenFilter} keeps the token of a line to that line, and
 * {@link io.crossline.service.security.Caller} tells resources in whose name they act. Resources name the roles they want with
 * {@code @RolesAllowed} and {@link io.crossline.service.security.Roles}; one without an annotation is closed.
 */
package io.crossline.service.security;
