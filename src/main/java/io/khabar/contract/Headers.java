package io.khabar.contract;

import static java.util.Objects.requireNonNull;

import io.khabar.http.RequestIds;
import io.khabar.idempotency.IdempotencyKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The headers of requests and answers, each described once. */
final class Headers {

    static final String ACCEPT_PATCH = "Accept-Patch";
    static final String ETAG = "ETag";
    static final String LAST_MODIFIED = "Last-Modified";
    static final String LAST_EVENT_ID = "Last-Event-ID";
    static final String LINK = "Link";
    static final String LOCATION = "Location";
    static final String PREFERENCE_APPLIED = "Preference-Applied";
    static final String REQUEST_ID = "X-Request-Id";
    static final String RETRY_AFTER = "Retry-After";
    static final String SEARCH_FRESH = "Search-Fresh";
    static final String WWW_AUTHENTICATE = "WWW-Authenticate";

    private record Described(String description, String example) {}

    private static final Map<String, Described> OF_ANSWERS = Map.of(
            ACCEPT_PATCH,
            new Described("On `PATCH`: what a patch may be (RFC 5789).", "application/merge-patch+json"),
            ETAG,
            new Described(
                    "Entity tag (RFC 9110): of a resource strong, and its first part is the `version`; of a list weak. That of a"
                            + " compressed answer ends with the coding.",
                    "\"3-5f0c1d2e3a4b5c6d\""),
            LAST_MODIFIED,
            new Described(
                    "When it was last written. What else an answer shows may change without it, such as the name of an"
                            + " article's source: `ETag` tells, and `If-Modified-Since` is not looked at.",
                    "Tue, 14 Sep 2021 08:30:00 GMT"),
            LINK,
            new Described(
                    "Links to pages (RFC 8288): `first`, and `prev` and `next` where there are such.",
                    "</v1/articles>; rel=\"first\""),
            LOCATION,
            new Described("Where the new resource is.", "/v1/articles/01994c5e-8f1a-7c3e-9b1d-2f4a6c8e0b12"),
            PREFERENCE_APPLIED,
            new Described("The preference of `Prefer` that was honoured (RFC 7240).", "return=minimal"),
            REQUEST_ID,
            new Described("The id under which the request is in the log; the client's own if it sent one.", "a1b2c3"),
            RETRY_AFTER,
            new Described("Seconds to wait before the next attempt.", "2"),
            SEARCH_FRESH,
            new Described("Only with `fresh=true`: whether the search saw all that was written before it.", "true"),
            WWW_AUTHENTICATE,
            new Described("How to authenticate (RFC 6750).", "Bearer realm=\"khabar\""));

    private static final Map<String, Described> OF_REQUESTS = Map.of(
            IdempotencyKey.HEADER,
            new Described(
                    "Names the request, so that it can be sent again: for 24 hours it is answered as it was the first time,"
                            + " and not done again. With another body or other parameters: 422. Choose one that nobody else"
                            + " does, a UUID. The report of an import is kept up to 8 MiB; a larger one is answered again"
                            + " without its items.",
                    "0b7c9f4e-3d5a-4b0e-9a37-5f2f5d0a8e11"),
            "If-Match",
            new Described(
                    "Only if the resource has this version (RFC 9110): an `ETag`, or `*` for any; otherwise 412.",
                    "\"3-5f0c1d2e3a4b5c6d\""),
            "If-None-Match",
            new Described(
                    "On reads an `ETag`: 304 if that is still what would be sent. On `PUT` only `*`: create, never replace.",
                    "\"3-5f0c1d2e3a4b5c6d\""),
            LAST_EVENT_ID,
            new Described(
                    "With `Accept: text/event-stream`: the `id` of the last event, to go on behind it. Counts more than"
                            + " `after`, as a client that comes back has the address it began with.",
                    "AQAAAAAAAAQBAAAAAAAAAAB8X8FK"),
            REQUEST_ID,
            new Described(
                    "The id under which the request is to be in the log, in the answer and in problems: 1 to 100 letters,"
                            + " digits, `.`, `_`, `:` and `-` of ASCII. Anything else gives way to a new one.",
                    "a1b2c3"),
            "Prefer",
            new Described(
                    "`return=minimal` leaves the body out of the answer, `return=representation` asks for it (RFC 7240).",
                    "return=minimal"));

    private static final Map<String, Schema> FORMS = Map.of(
            IdempotencyKey.HEADER,
            bounded(IdempotencyKey.FORM, IdempotencyKey.LONGEST),
            REQUEST_ID,
            bounded(RequestIds.FORM, RequestIds.LONGEST));

    private Headers() {}

    private static Schema bounded(String form, int most) {
        return Schemas.text().pattern(form).minLength(1).maxLength(most);
    }

    static void declare(Components components) {
        // Sorted: the order of an immutable map changes from run to run, and the document must not.
        new TreeMap<>(OF_REQUESTS)
                .forEach((name, header) -> components.addParameter(
                        name,
                        OASFactory.createParameter()
                                .name(name)
                                .in(Parameter.In.HEADER)
                                .description(header.description)
                                .schema(FORMS.getOrDefault(name, Schemas.text()))
                                .example(header.example)));
    }

    /** The header of a request with that name. */
    static Parameter request(String name) {
        if (!OF_REQUESTS.containsKey(name)) {
            throw new IllegalArgumentException("the header " + name + " is not described");
        }
        return OASFactory.createParameter().ref("#/components/parameters/" + name);
    }

    /** An answer with headers, and those that every answer has. */
    static APIResponse on(String description, String... headers) {
        return with(OASFactory.createAPIResponse().description(description), headers);
    }

    static APIResponse with(APIResponse response, String... headers) {
        Map<String, Header> all = new LinkedHashMap<>();
        for (String name : headers) {
            all.put(name, answer(name));
        }
        all.put(REQUEST_ID, answer(REQUEST_ID));
        response.setHeaders(all);
        return response;
    }

    /**
     * A header of an answer, written out: openapi-generator 7.18 stumbles over references to headers, and then takes no
     * field of a patch for one that may be null.
     */
    private static Header answer(String name) {
        Described header = requireNonNull(OF_ANSWERS.get(name), name);
        return OASFactory.createHeader()
                .description(header.description)
                .schema(Schemas.text())
                .example(header.example);
    }
}
