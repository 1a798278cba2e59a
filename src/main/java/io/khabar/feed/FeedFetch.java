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
import io.khabar.imports.feed.FeedReader;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Predicate;
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

    private final Connector connector;
    private final Fetcher fetcher;
    private final FeedImports imports;
    private final FeedLeaseService leases;
    private final LeaseRenewals renewals;

    @Inject
    FeedFetch(
            Vertx vertx,
            FeedSettings settings,
            @ConfigProperty(name = "quarkus.application.version") String version,
            FeedImports imports,
            FeedLeaseService leases,
            Clock clock) {
        FetchLimits limits = new FetchLimits(settings.connectTimeout(), settings.timeout(), (int)
                Math.min(settings.maxSize().asLongValue(), FeedImports.LARGEST));
        Predicate<InetAddress> allowed = settings.allowPrivate() ? _ -> true : PublicAddresses::contains;
        this.connector = new Connector(vertx, "Khabar/" + version + " (feed reader)", limits);
        this.fetcher = new Fetcher(connector, InetAddress::getAllByName, allowed, limits, clock);
        this.imports = imports;
        this.leases = leases;
        this.renewals = new LeaseRenewals(leases, RENEWAL);
    }

    FeedFetch(Connector connector, Fetcher fetcher, FeedImports imports, FeedLeaseService leases, Duration renewal) {
        this.connector = connector;
        this.fetcher = fetcher;
        this.imports = imports;
        this.leases = leases;
        this.renewals = new LeaseRenewals(leases, renewal);
    }

    /**
     * Fetches and imports a feed, and ends the lease.
     *
     * @param conditional whether what has not changed since the last fetch is not to be sent again
     * @return the report; without items where nothing has changed
     * @throws ProblemException {@code feed-failed}, after it was noted
     */
    ImportReport run(Lease lease, boolean conditional) throws InterruptedException {
        Fetched fetched;
        ImportReport report;
        Future<?> kept = renewals.keep(lease);
        try {
            fetched = fetcher.fetch(lease.address(), headers(lease, conditional));
            report = fetched.status() == 304 ? ImportReport.EMPTY : imported(lease, fetched);
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
        } catch (ProblemException unreadable) {
            throw failed(lease, new Outcome.Failed(200, "feed-unreadable", unreadable.detail(), null, false));
        } catch (InterruptedException stopped) {
            leases.release(lease);
            throw stopped;
        } catch (RuntimeException broken) {
            if (Thread.interrupted()) {
                // Stopped while it was imported, which is no failure.
                leases.release(lease);
                throw new InterruptedException();
            }
            // The version that was sent is not noted as read: the next fetch gets all of it again.
            leases.end(lease, BROKEN_OFF);
            throw broken;
        } finally {
            kept.cancel(false);
        }
        leases.end(lease, read(lease, fetched, report));
        return report;
    }

    private ImportReport imported(Lease lease, Fetched fetched) {
        List<ImportReport.Item> items = new ArrayList<>();
        ImportReport.Totals totals = imports.run(
                fetched.bytes(),
                fetched.contentType(),
                new FeedImports.Given(withoutQuery(fetched.url()), lease.source(), lease.language(), lease.section()),
                items::add);
        return new ImportReport(items, totals);
    }

    /** What links are relative to: a query may be a token, which is not to be part of the address of an article. */
    private static String withoutQuery(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    private static Outcome.Read read(Lease lease, Fetched fetched, ImportReport report) {
        boolean unchanged = fetched.status() == 304;
        // Asked whether it has changed, a server would answer no, and the rest would never come.
        boolean whole = report.items().stream()
                .flatMap(item -> item.findings().stream())
                .noneMatch(finding -> finding.code().equals(FeedReader.BROKEN_OFF));
        // A 304 repeats what it is about only in part (RFC 9110, section 15.4.5).
        return new Outcome.Read(
                fetched.status(),
                fetched.movedTo(),
                kept(whole, unchanged && fetched.etag() == null ? lease.etag() : fetched.etag()),
                kept(
                        whole,
                        unchanged && fetched.lastModified() == null ? lease.lastModified() : fetched.lastModified()),
                report.totals().created(),
                report.totals().exists(),
                report.totals().rejected());
    }

    private static @Nullable String kept(boolean whole, @Nullable String validator) {
        return whole ? validator : null;
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
        renewals.close();
        fetcher.close();
        connector.close();
    }
}
