package io.khabar.list;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.khabar.date.InstantText;
import io.khabar.http.Preconditions;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Turns what was read or written into responses: JSON, entity tags, links and cache headers.
 *
 * <p>The entity tag of a resource is {@code "VERSION-DIGEST"}: the version is what writes compare, the digest of the
 * representation changes with everything that is shown, such as the name of an article's source. Lists have weak tags.
 */
@Singleton
public class Answers {

    /** Caches may keep answers, but ask before each use: an article can be corrected at any time. */
    private static final String REVALIDATE = "no-cache";

    private final ObjectMapper json;

    Answers(ObjectMapper json) {
        this.json = json;
    }

    /** One resource, or 304 where the client has it already. */
    public Response one(Stamped<?> resource, Fields fields, @Nullable String ifNoneMatch) {
        byte[] body = render(resource.view(), fields);
        EntityTag tag = tag(resource.version(), body);
        Response.ResponseBuilder response = Preconditions.notModified(ifNoneMatch, "\"" + tag.getValue() + "\"")
                ? Response.notModified()
                : Response.ok(body, MediaType.APPLICATION_JSON_TYPE);
        return response.tag(tag)
                .header(HttpHeaders.LAST_MODIFIED, InstantText.http(resource.updatedAt()))
                .header(HttpHeaders.CACHE_CONTROL, REVALIDATE)
                .build();
    }

    /** A page of a list, with links to its neighbours, or 304 where the client has it already. */
    public Response page(
            Page<?> page, Fields fields, String path, @Nullable String rawQuery, @Nullable String ifNoneMatch) {
        byte[] body = fields.nested() ? pruned(page, fields) : write(page);
        EntityTag tag = new EntityTag(digest(body), true);
        Response.ResponseBuilder response = Preconditions.notModified(ifNoneMatch, "\"" + tag.getValue() + "\"")
                ? Response.notModified()
                : Response.ok(body, MediaType.APPLICATION_JSON_TYPE);
        return response.tag(tag)
                .header(HttpHeaders.LINK, PageLinks.of(page.page(), path, rawQuery))
                .header(HttpHeaders.CACHE_CONTROL, REVALIDATE)
                .build();
    }

    /** An answer that is neither a resource nor a page, such as a calendar; or 304. */
    public Response computed(Object answer, @Nullable String ifNoneMatch) {
        byte[] body = write(answer);
        EntityTag tag = new EntityTag(digest(body), true);
        Response.ResponseBuilder response = Preconditions.notModified(ifNoneMatch, "\"" + tag.getValue() + "\"")
                ? Response.notModified()
                : Response.ok(body, MediaType.APPLICATION_JSON_TYPE);
        return response.tag(tag).header(HttpHeaders.CACHE_CONTROL, REVALIDATE).build();
    }

    /** What was begun, and goes on behind the answer. */
    public Response begun(Object answer) {
        return Response.accepted(write(answer))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    /**
     * What a write made of a resource.
     *
     * @param location where the resource is, if it was created; null if it was there before
     * @param prefer the header {@code Prefer} (RFC 7240): {@code return=minimal} leaves the body out
     */
    public Response written(Stamped<?> resource, Fields fields, @Nullable URI location, @Nullable String prefer) {
        byte[] body = render(resource.view(), fields);
        boolean minimal = minimal(prefer);
        Response.ResponseBuilder response =
                location == null ? Response.status(minimal ? 204 : 200) : Response.created(location);
        response.tag(tag(resource.version(), body))
                .header(HttpHeaders.LAST_MODIFIED, InstantText.http(resource.updatedAt()));
        if (minimal) {
            response.header("Preference-Applied", "return=minimal");
        } else {
            response.entity(body).type(MediaType.APPLICATION_JSON_TYPE);
            if (prefersRepresentation(prefer)) {
                response.header("Preference-Applied", "return=representation");
            }
        }
        return response.build();
    }

    private static boolean minimal(@Nullable String prefer) {
        return prefers(prefer, "return=minimal");
    }

    private static boolean prefersRepresentation(@Nullable String prefer) {
        return prefers(prefer, "return=representation");
    }

    private static boolean prefers(@Nullable String prefer, String preference) {
        if (prefer == null) {
            return false;
        }
        for (String one : prefer.split(",", -1)) {
            int parameters = one.indexOf(';');
            String name = (parameters < 0 ? one : one.substring(0, parameters)).replace("\"", "");
            if (name.replace(" ", "").equalsIgnoreCase(preference)) {
                return true;
            }
        }
        return false;
    }

    private static EntityTag tag(long version, byte[] body) {
        return new EntityTag(version + "-" + digest(body));
    }

    private byte[] render(Object view, Fields fields) {
        if (!fields.nested()) {
            return write(view);
        }
        JsonNode tree = json.valueToTree(view);
        fields.prune(tree);
        return write(tree);
    }

    private byte[] pruned(Page<?> page, Fields fields) {
        ObjectNode tree = json.valueToTree(page);
        fields.prune(tree.get("items"));
        return write(tree);
    }

    private byte[] write(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String digest(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
