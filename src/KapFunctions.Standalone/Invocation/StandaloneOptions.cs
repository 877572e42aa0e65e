namespace KapFunctions.Standalone.Invocation;

internal sealed record StandaloneOptions
{
    /// <summary>Divided by semicolons; port 0 picks a free one.</summary>
    public string Urls { get; init; } = "http://localhost:7071";

    /// <summary>They win over environment variables of the same name, in configuration's form (<c>A:B</c>).</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    public IReadOnlyList<Type> Types { get; init; } = typeof(ServiceRegistration).Assembly.GetTypes();

    public Action<IServiceCollection, IConfiguration> AddApplication { get; init; } =
        static (services, configuration) => services.AddKapFunctions(configuration);

    /// <summary>Runs after <see cref="AddApplication"/>, so that it can replace services.</summary>
    public Action<IServiceCollection>? ConfigureServices { get; init; }

    public Action<ILoggingBuilder>? ConfigureLogging { get; init; }

    /// <summary>Middleware in front of routing: what was asked before is answered at once.</summary>
    public Action<IApplicationBuilder>? ConfigureFront { get; init; } =
        static front => front.UseMiddleware<KeptAnswerMiddleware>();

    /// <summary>Middleware in front of the HTTP functions: failures become problem documents.</summary>
    public Action<IApplicationBuilder>? ConfigurePipeline { get; init; } =
        static pipeline => pipeline.UseMiddleware<ProblemMiddleware>();

    /// <summary>Default: 500 ms on the emulator, 30 s on an account, where events bring most news. Never shorter than the last look took.</summary>
    public TimeSpan? BlobPollInterval { get; init; }

    /// <summary>Whether only one of several instances may poll. Default: all but the emulator.</summary>
    public bool? SharesAccount { get; init; }

    /// <summary>For work that has begun, after a stop is asked for.</summary>
    public TimeSpan ShutdownTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
