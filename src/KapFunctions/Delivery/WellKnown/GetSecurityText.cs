using System.Globalization;
using System.Text;
using KapFunctions.Http;
using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Delivery.WellKnown;

/// <summary>GET /.well-known/security.txt: whom to tell of a weakness (RFC 9116), where <c>site.yaml</c> says it.</summary>
public sealed class GetSecurityText(Answers answers, PublicUrls urls, TimeProvider clock)
{
    /// <summary>The file wants an end, less than a year away; it moves on with each day.</summary>
    private const int Days = 180;

    [Function(nameof(GetSecurityText))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = ".well-known/security.txt")]
            HttpRequest request,
        CancellationToken cancellation
    )
    {
        var end = clock.GetUtcNow().UtcDateTime.Date.AddDays(Days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return answers.ServeAsync(
            $"security/{end}",
            (view, _) =>
            {
                // The day is none of the boundaries that the site knows.
                view.Depends.NoteMore();
                return new(
                    view.Site.Settings.SecurityContact is { } contact
                        ? new AnswerResult(new("text/plain; charset=utf-8", Encoding.UTF8.GetBytes(Text(contact, end))))
                        : Problems.NoRoute()
                );
            },
            cancellation
        );
    }

    private string Text(string contact, string end) =>
        $"Contact: {contact}\nExpires: {end}T00:00:00Z\nCanonical: {urls.Self}/.well-known/security.txt\n";
}
