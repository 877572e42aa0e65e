using System.Text;
using KapFunctions.Http;
using KapFunctions.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace KapFunctions.Delivery.WellKnown;

/// <summary>GET /robots.txt: everything that readers see may be found, where the sitemap is, and whether texts may train
/// models, which <c>site.yaml</c> says.</summary>
public sealed class GetRobots(Answers answers, PublicUrls urls)
{
    private const string Private = "Disallow: /api/editor/\nDisallow: /api/preview/\nDisallow: /desk\n";

    /// <summary>Names by which operators say that their crawlers collect for training, and no reader comes by them.
    /// https://github.com/ai-robots-txt/ai.robots.txt</summary>
    private static readonly string[] Training =
    [
        "AI2Bot",
        "Applebot-Extended",
        "Bytespider",
        "CCBot",
        "ClaudeBot",
        "GPTBot",
        "Google-Extended",
        "meta-externalagent",
    ];

    [Function(nameof(GetRobots))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "options", Route = "robots.txt")] HttpRequest request,
        CancellationToken cancellation
    ) =>
        answers.ServeAsync(
            "robots",
            (view, _) =>
                new(
                    new AnswerResult(
                        new(
                            "text/plain; charset=utf-8",
                            Encoding.UTF8.GetBytes(Text(view.Site.Settings.AllowsTraining))
                        )
                    )
                ),
            cancellation
        );

    private string Text(bool allowsTraining)
    {
        var text = new StringBuilder("User-agent: *\n").Append(Private);
        if (!allowsTraining)
        {
            text.Append('\n')
                .AppendJoin("", Training.Select(crawler => $"User-agent: {crawler}\n"))
                .Append("Disallow: /\n");
        }

        return text.Append("\nSitemap: ").Append(urls.Self).Append("/sitemap.xml\n").ToString();
    }
}
