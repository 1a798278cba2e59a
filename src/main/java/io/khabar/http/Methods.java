package io.khabar.http;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which methods an address knows: for {@code OPTIONS}, and for the {@code Allow} header that goes with 405 (RFC 9110,
 * section 15.5.6) and that the framework leaves out. Only asked where a request is not answered anyway.
 */
@Singleton
@Unremovable
public class Methods {

    private static final List<String> ORDER = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    /** The page and Quarkus's own addresses: only read. */
    private static final Pattern FRAMEWORK = Pattern.compile(
            "/(?:index\\.html)?|/q/(?:health(?:/.*)?|metrics|openapi(?:\\.json|\\.ya?ml)?|swagger-ui(?:/.*)?)");

    private static final Pattern VARIABLE = Pattern.compile("\\{\\s*([\\w.-]+)\\s*(?::((?:[^{}]|\\{[^{}]*})+))?}");

    /**
     * A method of a resource.
     *
     * @param literal characters of its template that do not vary
     * @param produced what it sends; nothing where it does not say
     */
    private record Address(String template, int literal, Pattern form, String method, List<MediaType> produced) {}

    private final List<Address> addresses = new ArrayList<>();

    Methods(BeanManager beans) {
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Path root = bean.getBeanClass().getAnnotation(Path.class);
            if (root != null) {
                for (Method method : bean.getBeanClass().getMethods()) {
                    add(root.value(), method);
                }
            }
        }
    }

    private void add(String root, Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                Path below = method.getAnnotation(Path.class);
                String path = root + "/" + (below == null ? "" : below.value());
                String template = template(path);
                addresses.add(new Address(
                        template, literal(template), form(path), verb.value(), Negotiation.produced(method)));
            }
        }
    }

    /** A path template (Jakarta REST, section 3.7.3) as a pattern of normalised paths without a trailing slash. */
    private static Pattern form(String template) {
        StringBuilder form = new StringBuilder();
        String path = withoutTrailingSlash(("/" + template).replaceAll("/{2,}", "/"));
        Matcher variables = VARIABLE.matcher(path);
        int from = 0;
        while (variables.find()) {
            String expression = variables.group(2);
            form.append(Pattern.quote(path.substring(from, variables.start())))
                    .append("(?:")
                    .append(expression == null ? "[^/]+" : expression.strip())
                    .append(')');
            from = variables.end();
        }
        return Pattern.compile(form.append(Pattern.quote(path.substring(from))).toString());
    }

    /** A path template without its regular expressions, as metrics name it. */
    private static String template(String path) {
        return withoutTrailingSlash(
                VARIABLE.matcher(("/" + path).replaceAll("/{2,}", "/")).replaceAll("{$1}"));
    }

    private static int literal(String template) {
        return VARIABLE.matcher(template).replaceAll("").length();
    }

    private static String withoutTrailingSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** The templates of all addresses, such as {@code /v1/articles/{id}}. */
    public Set<String> templates() {
        return addresses.stream().map(Address::template).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The methods of an address as the value of {@code Allow}; null where nothing is at this address.
     *
     * @param path a normalised path
     */
    @Nullable String allowed(String path) {
        Set<String> known = new LinkedHashSet<>();
        if (FRAMEWORK.matcher(path).matches()) {
            known.add("GET");
        }
        matching(path).forEach(address -> known.add(address.method()));
        if (known.isEmpty()) {
            return null;
        }
        if (known.contains("GET")) {
            known.add("HEAD");
        }
        StringBuilder allowed = new StringBuilder();
        for (String method : ORDER) {
            if (known.contains(method)) {
                allowed.append(method).append(", ");
            }
        }
        return allowed.append("OPTIONS").toString();
    }

    /** Of templates that match the most literal ones count (Jakarta REST, section 3.7.2): {@code opml} is no id of a feed. */
    private List<Address> matching(String path) {
        String plain = withoutTrailingSlash(path);
        List<Address> matching = addresses.stream()
                .filter(address -> address.form().matcher(plain).matches())
                .toList();
        int literal = matching.stream().mapToInt(Address::literal).max().orElse(0);
        return matching.stream().filter(address -> address.literal() == literal).toList();
    }

    /** The template of an address, a path; null where no resource has it. */
    public @Nullable String templateOf(String path) {
        List<Address> matching = matching(path);
        return matching.isEmpty() ? null : matching.getFirst().template();
    }

    /** What a method sends at an address, a normalised path; nothing where it does not say. */
    List<MediaType> produced(String path, String method) {
        return matching(path).stream()
                .filter(address -> address.method().equals(method))
                .flatMap(address -> address.produced().stream())
                .toList();
    }

    static ProblemException notAllowed(String allowed) {
        return new ProblemException(ProblemCode.METHOD_NOT_ALLOWED, "This address knows " + allowed + ".")
                .header(HttpHeaders.ALLOW, allowed);
    }
}
