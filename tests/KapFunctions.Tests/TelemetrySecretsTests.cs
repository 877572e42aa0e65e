using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Azure.Storage;
using Azure.Storage.Sas;
using KapFunctions.Http;
using KapFunctions.Http.SignIn;
using KapFunctions.Publishing.Posts;
using KapFunctions.Standalone.Invocation;
using KapFunctions.Telemetry;
using KapFunctions.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Tests;

/// <summary>What is private and passes through the app is planted, and searched for in all that the app tells of itself.</summary>
public sealed partial class TelemetrySecretsTests
{
    /// <summary>Begins every planted word; nothing else does.</summary>
    private const string Planted = "zq7x";

    /// <summary>Where nobody listens: a server of this process would be traced itself.</summary>
    private const string Nowhere = "http://127.0.0.1:1";

    private static readonly string Key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private static readonly string[] Queries = ["q", "code", "key", "filter", "sig", "fields", "token", "unknown"];

    private static readonly string[] Headers =
    [
        "Authorization",
        "Cookie",
        "If-None-Match",
        "Referer",
        "User-Agent",
        "X-Forwarded-For",
        "X-MS-CLIENT-PRINCIPAL",
        "X-MS-TOKEN-AAD-ID-TOKEN",
        "X-Original-URL",
        "x-functions-key",
        "baggage",
    ];

    private static readonly string[] Elsewhere =
    [
        "//api/preview/",
        "/API/Preview/x/",
        "/%61pi/%70review/",
        "/search/",
        "/no/such/",
    ];

    [Fact]
    public async Task No_query_key_preview_link_or_search_is_in_what_is_sent()
    {
        await using var collector = await OtlpCollector.StartAsync();
        var (account, signature) = await SignedAccountAsync();
        await using var site = await TestSite.StartAsync(
            account,
            services => services.AddSingleton<IStartupFilter>(new Foreign()),
            Telling(collector)
        );
        await site.UploadAsync(
            "site.yaml",
            $"title: Site\nwebhooks:\n  - url: {Nowhere}/{Planted}-hook?token={Planted}-hook\n"
        );
        await site.UploadAsync("posts/a.md", "# One");
        await site.UploadAsync("posts/draft.md", "---\ndraft: true\n---\n# Two");
        await site.WaitAsync("/api/posts/a", HttpStatusCode.OK);
        var preview = await PreviewAsync(site);

        using var http = new HttpClient { BaseAddress = site.Address };
        foreach (var (method, path) in Requests().Concat(PreviewRequests(preview)))
        {
            await SendAsync(http, method, path);
        }

        await AssertNamedAsync(collector, http);
        // Whoever looks for nothing finds none: each way by which a secret may go out was taken.
        foreach (
            var taken in new[]
            {
                "api/preview/{token}",
                "api/search",
                Nowhere + "/",
                "InvalidOperationException",
                Foreign.Words,
            }
        )
        {
            await collector.WaitAsync(() => collector.Everything().Contains(taken, StringComparison.Ordinal));
        }

        var told = collector.Everything();
        foreach (var secret in new[] { Planted, Key, TestSite.FunctionKey, signature, preview, preview.Split('.')[^1] })
        {
            AssertHasNot(told, secret);
        }
    }

    [Fact]
    public async Task A_function_that_fails_is_logged_without_its_address_and_without_what_it_failed_on()
    {
        var lines = new Lines();
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(lines));
        var middleware = new ProblemMiddleware(
            _ => throw new InvalidOperationException($"{Planted}-message", new FormatException($"{Planted}-cause")),
            new HttpManners(new Cors(new(Origins: null)), new(Url: null)),
            new EditorGate(new(null, null, false), keys: null!, wrong: null!, EditorAccess.Table),
            loggers.CreateLogger<ProblemMiddleware>()
        );
        var context = new DefaultHttpContext
        {
            RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider(),
        };
        (context.Request.Path, context.Request.QueryString) = ($"/api/preview/{Planted}", new($"?code={Planted}"));

        await middleware.InvokeAsync(context);

        Assert.Contains("InvalidOperationException < FormatException", lines.All);
        Assert.Contains(
            nameof(A_function_that_fails_is_logged_without_its_address_and_without_what_it_failed_on),
            lines.All
        );
        AssertHasNot(lines.All, Planted);
    }

    private static Dictionary<string, string?> Telling(OtlpCollector collector) =>
        new()
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Url,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
            ["OTEL_BLRP_SCHEDULE_DELAY"] = "200",
            // Whoever switches the libraries' own care off changes nothing.
            ["OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION"] = "true",
            ["OTEL_DOTNET_EXPERIMENTAL_HTTPCLIENT_DISABLE_URL_QUERY_REDACTION"] = "true",
            ["Preview:Keys"] = $"one:{Key}",
            ["Webhooks:Keys"] = $"one:{Key}",
            ["Webhooks:AllowPrivateTargets"] = "true",
        };

    /// <summary>An account that is reached with a shared access signature, which stands in the query of each call.</summary>
    private static async Task<(string Connection, string Signature)> SignedAccountAsync()
    {
        var parts = (await SharedAzurite.NewAccountAsync())
            .Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2))
            .ToDictionary(part => part[0], part => part[1]);
        var sas = new AccountSasBuilder(
            AccountSasPermissions.All,
            DateTimeOffset.UtcNow.AddHours(1),
            AccountSasServices.All,
            AccountSasResourceTypes.All
        ).ToSasQueryParameters(new StorageSharedKeyCredential(parts["AccountName"], parts["AccountKey"]));
        var endpoints = string.Concat(
            parts
                .Where(part => part.Key.EndsWith("Endpoint", StringComparison.Ordinal))
                .Select(part => $"{part.Key}={part.Value};")
        );
        return ($"{endpoints}SharedAccessSignature={sas}", sas.Signature);
    }

    private static async Task<string> PreviewAsync(TestSite site)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/editor/preview");
        request.Content = JsonContent.Create(new { path = "posts/draft.md" });
        var link = await site.SendAsync(request, ("x-functions-key", TestSite.FunctionKey));
        return link.Json.GetProperty("json_url").GetString()!.Split('/')[^1];
    }

    /// <summary>Every route of every function, and addresses that none has.</summary>
    private static IEnumerable<(string Method, string Path)> Requests() =>
        FunctionMethod
            .In(typeof(ServiceRegistration).Assembly.GetTypes())
            .Select(function => function.Trigger)
            .OfType<HttpTriggerAttribute>()
            .SelectMany(trigger => trigger.Methods!, (trigger, method) => (method, "/" + Filled(trigger.Route!)))
            .Concat(Elsewhere.Select(path => ("get", path + Planted)));

    private static IEnumerable<(string Method, string Path)> PreviewRequests(string token) =>
        new[]
        {
            $"/api/preview/{token}",
            $"/api/preview/{token}/html",
            $"/API/PREVIEW/{token}",
            $"/api/%70review/{token}",
            $"//api/preview/{token}",
            $"/api/preview/{token}/no",
            $"/api/preview/{token}x",
            $"/search?q={token}",
        }.Select(path => ("get", path));

    private static string Filled(string route) =>
        Parameter()
            .Replace(route, match => match.Value.Contains(":int", StringComparison.Ordinal) ? "1" : Planted + "-route");

    private static async Task SendAsync(HttpClient http, string method, string path)
    {
        var queries = Queries.Select(name => $"{name}={Planted}-{name}");
        var encoded = Queries.Select(name => $"{name}={string.Concat(Planted.Select(one => $"%{(int)one:x2}"))}");
        foreach (var query in new[] { "", string.Join('&', queries), string.Join('&', encoded) })
        {
            using var request = new HttpRequestMessage(
                new(method.ToUpperInvariant()),
                // As it stands: two slashes at its beginning are no other host.
                http.BaseAddress!.GetLeftPart(UriPartial.Authority)
                    + path
                    + (path.Contains('?', StringComparison.Ordinal) ? '&' : '?')
                    + query
            );
            foreach (var header in Headers)
            {
                request.Headers.TryAddWithoutValidation(header, $"{Planted}-{header}");
            }

            if (query.Length == 0)
            {
                request.Headers.Remove("x-functions-key");
                request.Headers.Add("x-functions-key", TestSite.FunctionKey);
            }

            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        }
    }

    /// <summary>What is logged during a request still carries its name, and nothing else that is about it.</summary>
    private static async Task AssertNamedAsync(OtlpCollector collector, HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/posts");
        request.Headers.Add(CorrelationId.Header, "order-66");
        request.Headers.Add(Foreign.Fails, Planted);
        using var answer = await http.SendAsync(request);
        await collector.WaitAsync(() => collector.Has("/v1/logs", CorrelationId.LogName, "order-66"));
    }

    private static void AssertHasNot(string told, string secret)
    {
        foreach (var form in new[] { told, Uri.UnescapeDataString(told), WebUtility.UrlDecode(told) })
        {
            var at = form.IndexOf(secret, StringComparison.OrdinalIgnoreCase);
            Assert.True(at < 0, at < 0 ? "" : form[Math.Max(0, at - 200)..Math.Min(form.Length, at + 100)]);
        }
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    /// <summary>Other people's code in the same process, which is less careful: it logs, fails, calls and tags.</summary>
    private sealed class Foreign : IStartupFilter
    {
        public const string Fails = "X-Fails";
        public const string Words = "Somebody asked for {What}";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(RunAsync);
                next(app);
            };

        private static async Task RunAsync(HttpContext context, RequestDelegate next)
        {
            if (!context.Request.Headers.ContainsKey(Fails))
            {
                await next(context);
                return;
            }

            var services = context.RequestServices;
            var foreign = services.GetRequiredService<ILoggerFactory>().CreateLogger("Somebody.Else");
            var own = services.GetRequiredService<ILogger<PostPublisher>>();
            var address = $"{Nowhere}/{Planted}-path?sig={Planted}-sig";
            using (HttpManners.BeginScope(own, Named(context)))
            using (foreign.BeginScope(new Dictionary<string, object> { ["RequestPath"] = address }))
            {
                foreign.LogWarning(new InvalidOperationException(address), Words, address);
                own.LogError(new HttpRequestException(address, new IOException(address)), "It failed");
            }

            System.Diagnostics.Activity.Current?.SetTag("enduser.id", Planted);
            System.Diagnostics.Activity.Current?.SetStatus(System.Diagnostics.ActivityStatusCode.Error, address);
            using var http = new HttpClient();
            try
            {
                await http.PostAsync(new Uri(address), null);
            }
            catch (HttpRequestException failure)
            {
                throw new InvalidOperationException(address, failure);
            }
        }

        private static HttpContext Named(HttpContext context)
        {
            CorrelationId.Begin(context);
            return context;
        }
    }

    /// <summary>All that is logged, scopes and exceptions included.</summary>
    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly System.Text.StringBuilder all = new();

        public string All => all.ToString();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            all.AppendLine(state.ToString());
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => all.AppendLine(formatter(state, exception) + exception);

        public void Dispose() { }
    }
}
