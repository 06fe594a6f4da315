package io.crossline.ingest.rest;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.crossline.datasets.DatasetCatalog;
import io.crossline.datasets.DatasetScheme;
import io.crossline.service.security.Roles;

/** What can be ingested. */
@Path("/specs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Specs", description = "What can be ingested")
@RolesAllowed(Roles.VIEWER)
public class SpecResource {

    private final DatasetCatalog catalog;

    SpecResource(DatasetCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * @param schemes kinds of data sets
     * @param profiles simulated lines
     */
    public record Specs(List<DatasetScheme> schemes, List<Profile> profiles) {}

    /** @param name what stands after {@code sim:} */
    public record Profile(String name, String description) {}

    @GET
    @Operation(summary = "Kinds of data sets, and the simulated lines")
    public Specs list() {
        return new Specs(catalog.schemes(), catalog.profiles().entrySet().stream()
                .map(profile -> new Profile(profile.getKey(), profile.getValue())).toList());
    }
}
