package io.khabar.http;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every condition that Khabar reports as an error: the {@code code} of a problem (RFC 9457) and the last segment of its
 * {@code type}. A code is a noun of the condition, is never reused for another one, and never changes its status.
 */
public enum ProblemCode {
    UNAUTHENTICATED(
            401,
            "Who you are is not known",
            "The request carries no API key where one is needed, or a key that is unknown, expired or revoked. Send a"
                    + " valid key as `Authorization: Bearer khb_…` or `X-API-Key: khb_…`."),
    FORBIDDEN(
            403,
            "Your key may not do this",
            "The API key is valid, but its role does not allow the request: writing needs the role `editor`."),
    NOT_FOUND(
            404,
            "There is nothing here",
            "No resource has this address, or its id is unknown or malformed. It may have been deleted."),
    METHOD_NOT_ALLOWED(
            405,
            "This method is not supported here",
            "The resource exists but does not know the method. The `Allow` header lists those that it knows."),
    NOT_ACCEPTABLE(
            406,
            "None of the formats you accept is available",
            "The `Accept` header names no media type that the resource can produce. Resources are `application/json`."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "The body is in a format that is not read here",
            "The `Content-Type` is not one that the resource reads. `PATCH` takes `application/merge-patch+json`"
                    + " (RFC 7396), imports take what the OpenAPI document lists, other writes `application/json`."),
    TOO_LARGE(
            413,
            "The body is too large",
            "JSON bodies may have up to 2 MiB, raw text up to 4 MiB. Imports of many articles may be of any size."),
    MALFORMED_JSON(
            400,
            "The body is not JSON",
            "The body is not one JSON value in UTF-8 (RFC 8259): broken syntax, a name twice in one object, something"
                    + " after the end, invalid UTF-8, or nothing at all."),
    INVALID_REQUEST(
            400,
            "The request has faults",
            "Something in the request does not follow the contract; `errors` lists each fault with its place. A single"
                    + " fault with a code of its own is reported under that code."),
    UNKNOWN_PARAMETER(
            400,
            "A query parameter is not known here",
            "The resource does not know a query parameter of the request. Parameters are never ignored, so that a"
                    + " misspelt filter cannot silently widen a list."),
    UNKNOWN_FIELD(
            400,
            "A field is not known here",
            "The body, or the parameter `fields`, names a field that the resource does not have."),
    LIMIT_OUT_OF_RANGE(400, "The page size is out of range", "`limit` is a whole number from 1 to 100."),
    CURSOR_INVALID(
            400,
            "The cursor is damaged",
            "A cursor is opaque: send it back exactly as `page.nextCursor` or `page.previousCursor` gave it."),
    CURSOR_MISMATCH(
            400,
            "The cursor belongs to another list",
            "A cursor continues one list. Send the same filters and the same sort with it, or start without cursor."),
    DEPTH_EXCEEDED(
            400,
            "The list ends here",
            "By relevance a list ends after 10,000 items. Narrow the query or the filters, or send `sort=-published`:"
                    + " sorted by a date there is no limit."),
    TOO_MANY_BUCKETS(
            400,
            "The calendar would have too many buckets",
            "A calendar answers with at most 5,000 buckets. Choose a shorter period or a coarser `by`."),
    UNKNOWN_SOURCE(
            400, "The source is not known", "`source` names no source by key or id. Create it first at `/v1/sources`."),
    UNKNOWN_ARTICLE(400, "The article is not known", "`articleId` names no article."),
    CHANGES_EXPIRED(
            410,
            "The changes are no longer kept",
            "Changes behind the place in `after` or `Last-Event-ID` are gone: too old, or lost with a database that"
                    + " was restored. Take a new place with `after=now`, read the lists again, then go on from that"
                    + " place."),
    VERSION_MISMATCH(
            412,
            "The resource has another version",
            "`If-Match` names a version that the resource does not have (any more), or `If-None-Match: *` met one that"
                    + " exists. Read it again, apply your change to what you get, and send that."),
    ARTICLE_EXISTS(
            409,
            "The article exists already",
            "Another article has the same canonical URL, the same source and external id, or the same id; `existing`"
                    + " names it."),
    SOURCE_KEY_TAKEN(
            409,
            "The key or alias is taken",
            "Keys and aliases of sources are unique together; another source has this one."),
    SOURCE_EXISTS(409, "The source exists already", "Another source has this id."),
    SOURCE_IN_USE(
            409,
            "The source has articles or feeds",
            "A source can be deleted when it has no articles and no feed names it: delete or move them first."),
    DATE_EXISTS(
            409,
            "The date exists already",
            "An article has at most one `published` and one `modified` date, and ids are unique: change the one that"
                    + " exists."),
    TOO_MANY_DATES(
            409,
            "The article has too many dates",
            "People give an article at most 1,000 mentioned dates, those that they took over from derivation included: take"
                    + " some away first."),
    FEED_EXISTS(
            409,
            "The feed is followed already",
            "Another feed has the same canonical URL, or has moved there for good, or has the same id; `existing` names"
                    + " it."),
    FEED_BUSY(
            409,
            "The feed is being fetched",
            "A feed is fetched once at a time, and few are at one time because somebody asks. Try again after the seconds in `Retry-After`."),
    FEED_FAILED(
            502,
            "The feed could not be fetched",
            "The server of the feed cannot be reached or answers with an error, its address is not on the public internet"
                    + " (which `khabar.feeds.allow-private` would allow), or what it sends is no feed; `detail` says which,"
                    + " and the feed shows it as `lastError`."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "The idempotency key belongs to another request",
            "An `Idempotency-Key` was sent before, within a day, with another body or other parameters. A key stands for"
                    + " one request: take a new one, a UUID for example, for another."),
    IDEMPOTENCY_KEY_IN_USE(
            409,
            "The request with this idempotency key is still running",
            "Another request with the same `Idempotency-Key` is not finished. Try again after the seconds in"
                    + " `Retry-After`: then its answer is there, or the request is run."),
    UNAVAILABLE(
            503,
            "The service cannot answer now",
            "The database is away or overloaded. Nothing was lost; try again after the seconds in `Retry-After`."),
    SEARCH_REBUILDING(
            503,
            "The search index is being built",
            "Searches (`q`), facets, suggestions and similar articles wait for it, everything else works. `GET /v1/search`"
                    + " tells how far it is; try again after the seconds in `Retry-After`."),
    SEARCH_UNAVAILABLE(
            503,
            "The search engine cannot answer now",
            "Searches (`q`), facets, suggestions and similar articles need it, everything else works. Nothing was lost; try"
                    + " again after the seconds in `Retry-After`."),
    INTERNAL(
            500,
            "Something went wrong inside",
            "A fault of the service, logged under the request id. Nothing was stored.");

    private final int status;
    private final String title;
    private final String explanation;

    ProblemCode(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    /** The code as clients see it, such as {@code limit-out-of-range}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The URI reference that identifies the problem's type and leads a person to its explanation. */
    public String type() {
        return "/problems/" + code();
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** What the condition means and what to do, for a person; Markdown's code spans only. */
    public String explanation() {
        return explanation;
    }

    /** The code of that name as clients see it; empty for any other text. */
    public static Optional<ProblemCode> of(String code) {
        return Stream.of(values()).filter(known -> known.code().equals(code)).findFirst();
    }
}
