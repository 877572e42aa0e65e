using System.Globalization;
using KapFunctions.Delivery.Shapes;
using KapFunctions.Http;
using KapFunctions.Query;
using KapFunctions.Query.Nql;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Delivery;

/// <summary>Makes the answers that show lists.</summary>
public sealed class ListAnswers(Answers answers, Bodies bodies, PublicUrls urls)
{
    private static readonly FieldSelection Everything = new(null, PostShape.OptionalFields, PostShape.OptionalFields);

    /// <summary>Posts, newest first.</summary>
    public async Task<IResult> PostsAsync(IQueryCollection query, CancellationToken cancellation)
    {
        var (paging, problem) = Paging.Of(query);
        if (problem is not null)
        {
            return problem;
        }

        var tag = query["tag"].ToString();
        var key = string.Create(CultureInfo.InvariantCulture, $"posts/{paging.Limit}/{paging.Page}/{tag}");
        return await answers.ServeAsync(key, (view, token) => ListAsync(view, paging, tag, token), cancellation);
    }

    private async ValueTask<IResult> ListAsync(View view, Paging paging, string tag, CancellationToken cancellation)
    {
        var page = view.Browse(
            new PostQuery
            {
                Filter = tag.Length > 0 ? NqlFilter.ParsePosts($"tag:{NqlText.Quote(tag)}").Filter : null,
                Limit = paging.Limit,
                Page = paging.Page,
            }
        );
        var read = await bodies.ReadAllAsync(page.Posts, cancellation);
        var addresses = urls.Of(view);
        var site = view.Site.Settings;
        return new AnswerResult(
            JsonAnswer.Of(json =>
            {
                json.WriteStartObject();
                json.WriteStartArray("posts");
                foreach (var (row, body) in page.Posts.Zip(read))
                {
                    PostShape.Ghost.Write(json, new(row, body, site, addresses), Everything);
                }

                json.WriteEndArray();
                paging.WriteMeta(json, page.Total);
                json.WriteEndObject();
            })
        );
    }
}
