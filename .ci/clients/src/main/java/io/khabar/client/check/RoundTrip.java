package io.khabar.client.check;

import io.khabar.client.ApiClient;
import io.khabar.client.ApiException;
import io.khabar.client.api.ArticlesApi;
import io.khabar.client.api.SourcesApi;
import io.khabar.client.model.Article;
import io.khabar.client.model.ArticlePage;
import io.khabar.client.model.ArticlePatch;
import io.khabar.client.model.NewArticle;
import io.khabar.client.model.NewSource;
import io.khabar.client.model.SourceReference;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a user of the generated client does: create, list, page, patch, delete. Arguments: address and API key. */
public final class RoundTrip {

    private static final int ARTICLES = 5;

    private RoundTrip() {}

    public static void main(String[] arguments) throws ApiException {
        ApiClient client = new ApiClient();
        client.updateBaseUri(arguments[0]);
        client.setRequestInterceptor(request -> request.header("X-API-Key", arguments[1]));
        SourcesApi sources = new SourcesApi(client);
        ArticlesApi articles = new ArticlesApi(client);

        String key = "round-trip-" + UUID.randomUUID().toString().substring(0, 8);
        sources.createSource(SourcesApi.APICreateSourceRequest.newBuilder()
                .newSource(new NewSource().key(key).name("وكالة الاختبار"))
                .build());
        Set<UUID> created = new HashSet<>();
        for (int i = 0; i < ARTICLES; i++) {
            NewArticle written = new NewArticle()
                    .source(new SourceReference(key))
                    .title("خبر " + i)
                    .section("تجربة")
                    .body("نص الخبر رقم " + i + ".");
            created.add(articles.createArticle(ArticlesApi.APICreateArticleRequest.newBuilder()
                            .newArticle(written)
                            .build())
                    .getId());
        }
        check(created.size() == ARTICLES, "every article has an id of its own");

        Set<UUID> paged = new HashSet<>();
        String cursor = null;
        int pages = 0;
        do {
            ArticlePage page = page(articles, key, cursor);
            page.getItems().forEach(article -> paged.add(article.getId()));
            cursor = page.getPage().getNextCursor();
            pages++;
        } while (cursor != null);
        check(paged.equals(created), "the pages put together are what was created");
        check(pages == 3, "five articles are three pages of two");

        UUID id = created.iterator().next();
        Article patched = articles.patchArticle(ArticlesApi.APIPatchArticleRequest.newBuilder()
                .id(id)
                .articlePatch(new ArticlePatch().title("عنوان جديد").section(null))
                .build());
        check("عنوان جديد".equals(patched.getTitle()), "the title was patched");
        check(patched.getSection() == null, "null removes");
        check(patched.getBody() != null, "what is not in the patch stays");

        for (UUID each : created) {
            articles.deleteArticle(ArticlesApi.APIDeleteArticleRequest.newBuilder().id(each).build());
        }
        sources.deleteSource(SourcesApi.APIDeleteSourceRequest.newBuilder().idOrKey(key).build());
        try {
            sources.getSource(SourcesApi.APIGetSourceRequest.newBuilder().idOrKey(key).build());
            check(false, "what was deleted is gone");
        } catch (ApiException gone) {
            check(gone.getCode() == 404, "what was deleted is not found");
        }
    }

    private static ArticlePage page(ArticlesApi articles, String source, String cursor) throws ApiException {
        return articles.listArticles(ArticlesApi.APIListArticlesRequest.newBuilder()
                .source(List.of(source))
                .sort("created")
                .limit(2)
                .cursor(cursor)
                .count("exact")
                .build());
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("does not hold: " + what);
        }
    }
}
