using System.Text.Json;
using KapFunctions.Delivery.Lists;
using KapFunctions.Delivery.Shapes;
using KapFunctions.Http;
using KapFunctions.Query.Replicas;
using KapFunctions.Query.Search;
using KapFunctions.Reading;
using KapFunctions.Settings;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Delivery.Search;

public sealed class SearchAnswers(Answers answers, SearchRefresh search, PublicUrls urls, GhostOptions options)
{
    // Nobody who searches asks a longer question.
    private const int MaxQuestion = 200;

    private static readonly FieldSelection Fields = new(
        new HashSet<string>(StringComparer.Ordinal)
        {
            "id",
            "slug",
            "title",
            "url",
            "excerpt",
            "feature_image",
            "published_at",
            "updated_at",
            "reading_time",
        },
        FieldSelection.None,
        FieldSelection.None
    );

    public async Task<IResult> SearchAsync(IQueryCollection query, CancellationToken cancellation)
    {
        var (question, tag) = (query["q"].ToString().Trim(), query["tag"].ToString());
        if (question.Length is 0 or > MaxQuestion)
        {
            return Problems.InvalidParameter("q", $"must hold 1 to {MaxQuestion} characters to search for.");
        }

        var (paging, error) = Paging.Of(query, options.PageLimits with { All = options.PageLimits.Page });
        if (error is not null)
        {
            return Problems.Of(error);
        }

        var language = query["lang"].ToString();
        return await answers.ServeAsync(
            $"search/{paging!.Limit}/{paging.Page}/{language}/{tag}/{question}",
            (view, _) =>
                new(
                    search.IsReady
                        ? new AnswerResult(Of(view, question, tag, language, paging))
                        : Problems.SearchNotReady()
                ),
            cancellation
        );
    }

    private Answer Of(View view, string question, string tag, string language, Paging paging)
    {
        var page = view.Search(
            new(question)
            {
                Tag = tag.Length > 0 ? tag : null,
                Language = language.Length > 0 ? view.Site.Settings.LanguageOf(language) : null,
                Limit = paging.Limit,
                Page = paging.Page,
            }
        );
        var (addresses, site) = (urls.Of(view), view.Site.Settings);
        return JsonAnswer.Of(json =>
        {
            json.WriteStartObject();
            json.WriteList("results", page.Hits, hit => Write(json, hit, new(hit.Post, Body: null, site, addresses)));
            paging.WriteMeta(json, page.Total);
            json.WriteEndObject();
        });
    }

    private static void Write(Utf8JsonWriter json, SearchHit hit, PostView post)
    {
        json.WriteStartObject();
        json.WriteString("title_html", hit.TitleHtml);
        json.WriteString("snippet_html", hit.SnippetHtml);
        json.WritePropertyName("post");
        PostShape.Ghost.Write(json, post, Fields);
        json.WriteEndObject();
    }
}
