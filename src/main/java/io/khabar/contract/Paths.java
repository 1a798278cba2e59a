package io.khabar.contract;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The parts of addresses that vary. */
final class Paths {

    private Paths() {}

    static Parameter described(Parameter scanned) {
        return switch (scanned.getName()) {
            case "id" ->
                parameter("id", "Id, a UUID; any other text is the id of nothing.")
                        .schema(Schemas.text().format("uuid"))
                        .example("01994c5e-8f1a-7c3e-9b1d-2f4a6c8e0b12");
            case "idOrKey" ->
                parameter("idOrKey", "Id of a source, a UUID, or its key.")
                        .schema(Schemas.text().maxLength(63))
                        .example("syria-news");
            default -> scanned;
        };
    }

    private static Parameter parameter(String name, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.PATH)
                .required(true)
                .description(description);
    }
}
