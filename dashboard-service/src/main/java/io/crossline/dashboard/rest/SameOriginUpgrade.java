package io.crossline.dashboard.rest;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;

/** Refuses websockets that a page of another origin opens: browsers do not do it by themselves. */
@ApplicationScoped
class SameOriginUpgrade implements HttpUpgradeCheck {

    private static final int FORBIDDEN = 403;

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        boolean same = SameOrigin.allows(context.httpRequest().getHeader("Origin"),
                context.httpRequest().getHeader("Host"));
        return same ? CheckResult.permitUpgrade() : CheckResult.rejectUpgrade(FORBIDDEN);
    }
}
