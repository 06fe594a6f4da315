package io.crossline.ingest.rest;

import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.crossline.ingest.watch.WatchedFolders;
import io.crossline.service.security.Roles;

/** What the watched root holds that cannot be taken. */
@Path("/watched")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Watched folders", description = "Folders whose image files are published")
@RolesAllowed(Roles.VIEWER)
public class WatchedResource {

    private final WatchedFolders folders;

    WatchedResource(WatchedFolders folders) {
        this.folders = folders;
    }

    /**
     * @param name of a folder or file in the watched root
     * @param since when it was first seen
     */
    public record Refused(String name, String reason, Instant since) {}

    @GET
    @Path("refused")
    @Operation(summary = "Folders and files in the watched root that are no line's, with the reason")
    public List<Refused> refused() {
        return folders.refused().entrySet().stream().map(
                each -> new Refused(each.getKey(), each.getValue().reason(), each.getValue().since())).toList();
    }
}
