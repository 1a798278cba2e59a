package io.khabar.contract;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Who may call what. */
final class Security {

    private static final String BEARER = "bearer";
    private static final String API_KEY = "apiKey";

    private Security() {}

    static void declare(Components components) {
        components.addSecurityScheme(
                BEARER,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("khb_…")
                        .description("An API key as a bearer token."));
        components.addSecurityScheme(
                API_KEY,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.HEADER)
                        .name("X-API-Key")
                        .description("An API key in a header of its own."));
    }

    /** Writes need a key; reads are open by default, and a service may be set up to ask for a key there too. */
    static void of(Operation operation, boolean writes, boolean open) {
        SecurityRequirement bearer = OASFactory.createSecurityRequirement().addScheme(BEARER);
        SecurityRequirement apiKey = OASFactory.createSecurityRequirement().addScheme(API_KEY);
        SecurityRequirement none = OASFactory.createSecurityRequirement();
        operation.setSecurity(open ? List.of() : writes ? List.of(bearer, apiKey) : List.of(none, bearer, apiKey));
    }
}
