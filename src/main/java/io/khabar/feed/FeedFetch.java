package io.khabar.feed;

import io.khabar.fetch.Connector;
import io.khabar.fetch.FetchException;
import io.khabar.fetch.FetchException.Reason;
import io.khabar.fetch.FetchLimits;
import io.khabar.fetch.Fetched;
import io.khabar.fetch.Fetcher;
import io.khabar.fetch.PublicAddresses;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.imports.FeedImports;
import io.khabar.imports.ImportReport;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Fetches a leased feed and imports it, by the same way as `POST /v1/imports`; what came of it is noted. */
@Singleton
class FeedFetch {

    private static final Duration RENEWAL = Duration.ofSeconds(30);

    private static final String ACCEPT =
            "application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json,"
                    + " application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5";

    /** What a failed fetch that is no fault of the feed leaves behind. */
    private static final Outcome.Failed BROKEN_OFF = new Outcome.Failed(
            null, "import-failed", "A fault of the service broke the import off; it is in the log.", null, false);

    private final Fetcher fetcher;
    private final FeedImports imports;
    private final FeedLeaseService leases;
    private final Clock clock;

    @Inject
    FeedFetch(
            Vertx vertx,
            FeedSettings settings,
            @ConfigProperty(name = "quarkus.application.version") String version,
            FeedImports imports,
            FeedLeaseService leases,
            Clock clock) {
        this(
                new Fetcher(
                        new Connector(vertx, "Khabar/" + version + " (feed reader)"),
                        InetAddress::getAllByName,
                        settings.allowPrivate() ? _ -> true : PublicAddresses::contains,
                        new FetchLimits(settings.connectTimeout(), settings.timeout(), (int)
                                Math.min(settings.maxSize().asLongValue(), FeedImports.LARGEST)),
                        clock),
                imports,
                leases,
                clock);
    }

    FeedFetch(Fetcher fetcher, FeedImports imports, FeedLeaseService leases, Clock clock) {
        this.fetcher = fetcher;
        this.imports = imports;
        this.leases = leases;
        this.clock = clock;
    }

    /**
     * Fetches and imports a feed, and ends the lease.
     *
     * @param conditional whether what has not changed since the last fetch is not to be sent again
     * @return the report; without items where nothing has changed
     * @throws ProblemException {@code feed-failed}, after it was noted
     */
    ImportReport run(Lease lease, boolean conditional) throws InterruptedException {
        try {
            return read(lease, fetcher.fetch(lease.address(), headers(lease, conditional)));
        } catch (FetchException failed) {
            boolean gone = failed.reason() == Reason.GONE;
            throw failed(
                    lease,
                    new Outcome.Failed(
                            failed.status(),
                            failed.reason().word(),
                            failed.getMessage() + (gone ? " It is not fetched any more." : ""),
                            failed.retryAt(),
                            gone));
        } catch (InterruptedException stopped) {
            leases.release(lease);
            throw stopped;
        }
    }

    private ImportReport read(Lease lease, Fetched fetched) {
        if (fetched.status() == 304) {
            leases.end(lease, read(lease, fetched, ImportReport.EMPTY));
            return ImportReport.EMPTY;
        }
        List<ImportReport.Item> items = new ArrayList<>();
        Instant[] renewed = {clock.instant()};
        ImportReport report;
        try {
            ImportReport.Totals totals = imports.run(
                    fetched.bytes(),
                    fetched.contentType(),
                    new FeedImports.Given(fetched.url(), lease.source(), lease.language(), lease.section()),
                    item -> {
                        items.add(item);
                        if (renewed[0].plus(RENEWAL).isBefore(clock.instant())) {
                            leases.renew(lease);
                            renewed[0] = clock.instant();
                        }
                    });
            report = new ImportReport(items, totals);
        } catch (ProblemException unreadable) {
            throw failed(
                    lease, new Outcome.Failed(fetched.status(), "feed-unreadable", unreadable.detail(), null, false));
        } catch (RuntimeException broken) {
            // The version that was sent is not noted as read: the next fetch gets all of it again.
            leases.end(lease, BROKEN_OFF);
            throw broken;
        }
        leases.end(lease, read(lease, fetched, report));
        return report;
    }

    private static Outcome.Read read(Lease lease, Fetched fetched, ImportReport report) {
        boolean unchanged = fetched.status() == 304;
        // A 304 repeats what it is about only in part (RFC 9110, section 15.4.5).
        return new Outcome.Read(
                fetched.status(),
                fetched.movedTo(),
                unchanged && fetched.etag() == null ? lease.etag() : fetched.etag(),
                unchanged && fetched.lastModified() == null ? lease.lastModified() : fetched.lastModified(),
                report.totals().created(),
                report.totals().exists(),
                report.totals().rejected());
    }

    private ProblemException failed(Lease lease, Outcome.Failed failed) {
        leases.end(lease, failed);
        return new ProblemException(ProblemCode.FEED_FAILED, failed.detail());
    }

    private static Map<String, String> headers(Lease lease, boolean conditional) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Accept", ACCEPT);
        if (conditional) {
            put(headers, "If-None-Match", lease.etag());
            put(headers, "If-Modified-Since", lease.lastModified());
        }
        return headers;
    }

    private static void put(Map<String, String> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }

    @PreDestroy
    void stop() {
        fetcher.close();
    }
}
