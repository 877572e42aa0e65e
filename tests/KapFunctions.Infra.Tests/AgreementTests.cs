using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using KapFunctions.Http;
using KapFunctions.Publishing;
using KapFunctions.Publishing.Posts;
using KapFunctions.Publishing.Repair;
using KapFunctions.Settings;
using KapFunctions.Storage.Account;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace KapFunctions.Infra.Tests;

/// <summary>Names that the code and <c>infra</c> both know are the same ones.</summary>
public sealed class AgreementTests
{
    private const string RequestBodyLimit = "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT";

    private static readonly string[] Sites = ["smallest", "everything"];

    [Fact]
    public void Containers_queues_and_the_table_have_the_names_that_the_code_uses()
    {
        Assert.Equal(
            [
                StorageNames.ContentContainer,
                "dead-letters",
                StorageNames.KeysContainer,
                "packages",
                StorageNames.RenderedContainer,
            ],
            NamesOf("Microsoft.Storage/storageAccounts/blobServices/containers")
        );
        Assert.Equal(
            [
                StorageNames.ContentEventsQueue,
                $"{StorageNames.ContentEventsQueue}-poison",
                StorageNames.WebhookQueue,
                $"{StorageNames.WebhookQueue}-poison",
                StorageNames.BlobPoisonQueue,
            ],
            NamesOf("Microsoft.Storage/storageAccounts/queueServices/queues")
        );
        Assert.Equal([StorageNames.IndexTable], NamesOf("Microsoft.Storage/storageAccounts/tableServices/tables"));
    }

    [Fact]
    public void The_app_is_told_where_its_content_is_by_identity()
    {
        string[] expected =
        [
            $"{StorageNames.Connection}__blobServiceUri",
            $"{StorageNames.Connection}__clientId",
            $"{StorageNames.Connection}__credential",
            $"{StorageNames.Connection}__queueServiceUri",
            $"{StorageNames.Connection}__tableServiceUri",
        ];
        foreach (var site in Sites)
        {
            var names = Settings(site)
                .Keys.Where(name => name.StartsWith(StorageNames.Connection, StringComparison.Ordinal));
            Assert.Equal(expected, names.Order(StringComparer.Ordinal));
        }
    }

    /// <summary>Below the limit of the host, above its own, the app says by itself what is too large.</summary>
    [Fact]
    public void The_host_lets_through_as_many_bytes_as_the_app_takes()
    {
        foreach (var site in Sites)
        {
            Assert.Equal(
                RequestBody.MaxBytesOfServer.ToString(CultureInfo.InvariantCulture),
                Settings(site)[RequestBodyLimit]
            );
        }
    }

    [Fact]
    public void The_app_is_told_nothing_that_its_code_does_not_read()
    {
        string[] read =
        [
            CdnOptions.FrontDoorEndpointIdSetting,
            CorsOptions.OriginsSetting,
            EntraOptions.ClientIdSetting,
            EntraOptions.TenantIdSetting,
            GhostOptions.ContentKeysSetting,
            PreviewOptions.KeysSetting,
            SiteOptions.UrlSetting,
            WebhookOptions.KeysSetting,
        ];
        string[] ofTheHost =
        [
            "APPLICATIONINSIGHTS_",
            "AzureFunctionsWebHost__",
            // https://opentelemetry.io/docs/specs/otel/protocol/exporter/
            "OTEL_EXPORTER_OTLP_",
            "AzureWebJobs",
            RequestBodyLimit,
            "OVERRIDE_USE_MI_FIC_",
            $"{StorageNames.Connection}__",
        ];
        var told = Settings("everything")
            .Keys.Where(name => !Array.Exists(ofTheHost, prefix => name.StartsWith(prefix, StringComparison.Ordinal)));
        Assert.Equal(read.Select(SettingsReader.NameOf), told.Order(StringComparer.Ordinal));
    }

    /// <summary>What a developer reads in the documents is what the code reads, by the name that the environment has.</summary>
    [Fact]
    public void Every_setting_is_explained() =>
        Assert.All(
            typeof(SettingsServices)
                .Assembly.GetTypes()
                .Where(type => type.Namespace == typeof(SettingsServices).Namespace)
                .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
                .Where(field => field.IsLiteral && field.Name.EndsWith("Setting", StringComparison.Ordinal))
                .Select(field => SettingsReader.NameOf((string)field.GetRawConstantValue()!)),
            setting => Assert.Contains($"`{setting}`", Repository.Read("docs/operations.md"), StringComparison.Ordinal)
        );

    [Fact]
    public void No_setting_holds_a_storage_key()
    {
        foreach (var site in Sites)
        {
            Assert.DoesNotContain(
                Settings(site),
                setting => setting.Value.Contains("AccountKey", StringComparison.OrdinalIgnoreCase)
            );
            Assert.DoesNotContain("AzureWebJobsStorage", Settings(site).Keys);
            Assert.DoesNotContain(StorageNames.Connection, Settings(site).Keys);
        }
    }

    [Fact]
    public void Storage_takes_no_keys_no_strangers_and_no_old_TLS()
    {
        foreach (var account in Sites.SelectMany(site => Golden.Resources(site, "Microsoft.Storage/storageAccounts")))
        {
            var properties = account.GetProperty("properties");
            Assert.False(properties.GetProperty("allowSharedKeyAccess").GetBoolean());
            Assert.False(properties.GetProperty("allowBlobPublicAccess").GetBoolean());
            Assert.True(properties.GetProperty("supportsHttpsTrafficOnly").GetBoolean());
            Assert.Equal("TLS1_2", properties.GetProperty("minimumTlsVersion").GetString());
        }
    }

    [Fact]
    public void Uploads_call_the_function_that_listens_to_them()
    {
        var created = Subscription("created-to-publish-content");
        var url = created.GetProperty("destination").GetProperty("properties").GetProperty("endpointUrl").GetString();
        Assert.Contains(
            $"functionName=Host.Functions.{FunctionName<PublishContent>()}&",
            url,
            StringComparison.Ordinal
        );
        Assert.Equal($"content/{{name}}", TriggerOf<PublishContent, BlobTriggerAttribute>().BlobPath);
        Assert.Equal(SubjectPrefix, created.GetProperty("filter").GetProperty("subjectBeginsWith").GetString());
    }

    [Fact]
    public void Deletions_go_to_the_queue_that_a_function_reads()
    {
        var deleted = Subscription("deleted-to-content-events");
        var queue = deleted
            .GetProperty("deliveryWithResourceIdentity")
            .GetProperty("destination")
            .GetProperty("properties")
            .GetProperty("queueName")
            .GetString();
        Assert.Equal(TriggerOf<HandleContentEvent, QueueTriggerAttribute>().QueueName, queue);
        Assert.Equal(SubjectPrefix, deleted.GetProperty("filter").GetProperty("subjectBeginsWith").GetString());
    }

    [Fact]
    public void The_alert_on_lag_understands_what_the_app_logs_of_a_publish()
    {
        var query = Repository.Read("infra/queries/publishing.kql");
        var pattern = Regex.Match(query, "AppTraces\n.*extract\\(@\"([^\"]+)\"").Groups[1].Value;
        var log = typeof(PublishContent).Assembly.GetType(
            "KapFunctions.Publishing.Posts.PublishingLog",
            throwOnError: true
        )!;
        var template = log.GetMethod("Published", BindingFlags.NonPublic | BindingFlags.Static)!
            .GetCustomAttribute<LoggerMessageAttribute>()!
            .Message;
        var message = template
            .Replace("{State}", "Published", StringComparison.Ordinal)
            .Replace("{Path}", "posts/a post.md", StringComparison.Ordinal)
            .Replace("{Slug}", "a-post", StringComparison.Ordinal)
            .Replace("{Milliseconds:0}", "12", StringComparison.Ordinal);
        Assert.Equal("posts/a post.md", Regex.Match(message, pattern).Groups[1].Value);
    }

    [Fact]
    public void The_alert_on_repairs_asks_for_the_function_that_repairs() =>
        Assert.Contains(
            $"Name == \\\"{FunctionName<Reconcile>()}\\\"",
            Repository.Read($"{Golden.PathOf("smallest")}.snapshot.json"),
            StringComparison.Ordinal
        );

    /// <summary>What the deploy workflow reads is what a deployment says or azd knows, and `azd pipeline config` hands it on.</summary>
    [Fact]
    public void The_deploy_workflow_reads_what_a_deployment_says()
    {
        var read = Regex
            .Matches(Repository.Read(".github/workflows/deploy.yml"), @"vars\.(\w+)")
            .Select(match => match.Groups[1].Value)
            .ToHashSet();
        var said = Regex
            .Matches(Repository.Read("infra/main.bicep"), @"(?m)^output (\w+) ")
            .Select(match => match.Groups[1].Value)
            .ToHashSet();
        var handedOn = Regex
            .Matches(Repository.Read("azure.yaml").Split("\npipeline:")[1], @"(?m)^    - (\w+)$")
            .Select(match => match.Groups[1].Value)
            .Concat(["AZURE_SUBSCRIPTION_ID", "AZURE_TENANT_ID"]);

        Assert.Subset(said, read);
        Assert.Equal(read.Order(StringComparer.Ordinal), handedOn.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("infra/hooks/subscribe.sh")]
    [InlineData("infra/hooks/subscribe.ps1")]
    public void The_hooks_look_for_the_subscriptions_that_they_make(string hook)
    {
        var text = Repository.Read(hook);
        Assert.All(
            Golden.Resources("subscriptions"),
            subscription => Assert.Contains(Golden.NameOf(subscription), text, StringComparison.Ordinal)
        );
    }

    private static string SubjectPrefix => $"/blobServices/default/containers/{StorageNames.ContentContainer}/blobs/";

    private static IEnumerable<string> NamesOf(string type) =>
        Golden.Resources("everything", type).Select(Golden.NameOf).Order(StringComparer.Ordinal);

    private static JsonElement Subscription(string name) =>
        Golden.Resources("subscriptions").Single(one => Golden.NameOf(one) == name).GetProperty("properties");

    private static Dictionary<string, string> Settings(string site) =>
        Golden
            .Resources(site, "Microsoft.Web/sites")
            .Single()
            .GetProperty("properties")
            .GetProperty("siteConfig")
            .GetProperty("appSettings")
            .EnumerateArray()
            .ToDictionary(one => one.GetProperty("name").GetString()!, one => one.GetProperty("value").GetString()!);

    private static string FunctionName<TFunction>() =>
        EntryPoint<TFunction>().GetCustomAttribute<FunctionAttribute>()!.Name;

    private static TTrigger TriggerOf<TFunction, TTrigger>()
        where TTrigger : Attribute =>
        EntryPoint<TFunction>()
            .GetParameters()
            .Select(parameter => parameter.GetCustomAttribute<TTrigger>())
            .First(one => one is not null)!;

    private static MethodInfo EntryPoint<TFunction>() =>
        typeof(TFunction).GetMethods().Single(method => method.IsDefined(typeof(FunctionAttribute)));
}
