package io.khabar.contract;

import io.khabar.http.Problem;
import io.khabar.http.ProblemCode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The answers that are problems: one for each status, which lists the codes that come with it. */
final class ProblemResponses {

    private static final Map<Integer, List<ProblemCode>> BY_STATUS = Stream.of(ProblemCode.values())
            .collect(Collectors.groupingBy(ProblemCode::status, TreeMap::new, Collectors.toList()));

    private ProblemResponses() {}

    static void declare(Components components) {
        BY_STATUS.forEach((status, codes) -> {
            // No address of this document ever answers it: the methods of each are those that are here.
            if (status != 405) {
                components.addResponse(name(status), response(status, codes));
            }
        });
    }

    static APIResponse ref(int status) {
        if (!BY_STATUS.containsKey(status)) {
            throw new IllegalArgumentException("no problem has the status " + status);
        }
        return OASFactory.createAPIResponse().ref("#/components/responses/" + name(status));
    }

    private static APIResponse response(int status, List<ProblemCode> codes) {
        String description = codes.stream()
                .map(code -> "`" + code.code() + "`: " + code.title() + ".")
                .collect(Collectors.joining("\n"));
        String[] headers =
                switch (status) {
                    case 401, 403 -> new String[] {Headers.WWW_AUTHENTICATE};
                    case 415 -> new String[] {Headers.ACCEPT_PATCH};
                    case 503 -> new String[] {Headers.RETRY_AFTER};
                    default -> new String[0];
                };
        return Headers.on(description, headers).content(Described.content(Problem.MEDIA_TYPE, "Problem"));
    }

    private static String name(int status) {
        return "Problem" + status;
    }
}
