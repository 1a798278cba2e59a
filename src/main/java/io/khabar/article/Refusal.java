package io.khabar.article;

import io.khabar.http.Fault;
import io.khabar.http.ProblemCode;
import io.khabar.http.ProblemException;
import io.khabar.transaction.Transactions;
import java.sql.SQLException;

/** Why the database did not take an article that arrived. */
final class Refusal {

    private Refusal() {}

    /** What a failed write is reported as. */
    static ProblemException of(RuntimeException failed) {
        if (failed instanceof ProblemException problem) {
            return problem;
        }
        return switch (Transactions.brokenConstraint(failed).orElse("")) {
            case "article_id_pk" -> ArticleService.exists(null, "id");
            case "article_url_canonical_key" -> ArticleService.exists(null, "url");
            case "article_source_id_external_id_key" -> ArticleService.exists(null, "externalId");
            case "article_source_id_fk" ->
                ProblemException.of(
                        ProblemCode.UNKNOWN_SOURCE,
                        Fault.pointer("/source", "unknown-source", "names a source that was just deleted"));
            default ->
                new ProblemException(
                        ProblemCode.INVALID_REQUEST,
                        "The database cannot hold this article: one of its values is too long for an index.");
        };
    }

    /** Whether what was written is at fault, not the database: SQLSTATE classes 22, 23 and 54. */
    static boolean isOfTheData(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException) {
                return true;
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
            }
        }
        return false;
    }
}
