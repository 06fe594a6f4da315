package io.crossline.evaluation.rest;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.crossline.audit.AuditEntry;
import io.crossline.audit.AuditVerification;
import io.crossline.evaluation.store.AuditStore;
import io.crossline.service.security.Roles;
import io.smallrye.common.annotation.Blocking;

@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Audit", description = "What changed on the lines, by whom and why, in entries that hash each other")
@RolesAllowed(Roles.VIEWER)
public class AuditResource {

    private final AuditStore audit;

    AuditResource(AuditStore audit) {
        this.audit = audit;
    }

    @GET
    @Operation(summary = "Entries, newest first")
    public List<AuditEntry> entries(@QueryParam("line") String line,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return audit.newest(line, limit);
    }

    @GET
    @Path("/verification")
    @Operation(summary = "Whether every entry is as it was written, and every promotion as the entries tell", description = "Reads the whole chain, computes every hash anew, and compares the table of promotions with it.")
    public AuditVerification verify() {
        return audit.verify();
    }
}
