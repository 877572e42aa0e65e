namespace KapFunctions.Standalone.Invocation;

/// <summary>What a host runs, and where.</summary>
public sealed record StandaloneOptions
{
    /// <summary>Addresses to listen at, divided by semicolons; port 0 picks a free one. Default <c>http://localhost:7071</c>.</summary>
    public string Urls { get; init; } = "http://localhost:7071";

    /// <summary>Settings that win over environment variables of the same name, in configuration's form (<c>A:B</c>).</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Types among which functions are looked for. Default: those of the function app.</summary>
    public IReadOnlyList<Type> Types { get; init; } = typeof(ServiceRegistration).Assembly.GetTypes();

    /// <summary>Adds what the functions need. Default: <see cref="ServiceRegistration.AddKapFunctions"/>.</summary>
    public Action<IServiceCollection, IConfiguration> AddApplication { get; init; } =
        static (services, configuration) => services.AddKapFunctions(configuration);

    /// <summary>Runs after <see cref="AddApplication"/>, so that it can replace services.</summary>
    public Action<IServiceCollection>? ConfigureServices { get; init; }

    /// <summary>Adds log providers. Default: nothing is logged.</summary>
    public Action<ILoggingBuilder>? ConfigureLogging { get; init; }

    /// <summary>Adds middleware in front of routing. Default: what was asked before is answered at once.</summary>
    public Action<IApplicationBuilder>? ConfigureFront { get; init; } =
        static front => front.UseMiddleware<KeptAnswerMiddleware>();

    /// <summary>Adds middleware in front of the HTTP functions. Default: failures become problem documents.</summary>
    public Action<IApplicationBuilder>? ConfigurePipeline { get; init; } =
        static pipeline => pipeline.UseMiddleware<ProblemMiddleware>();

    /// <summary>
    /// Pause between two looks at a container. Default: 500 ms on the emulator, 30 s on an account, where events bring
    /// most news. Never shorter than the last look took.
    /// </summary>
    public TimeSpan? BlobPollInterval { get; init; }

    /// <summary>Whether other instances work on the same account, so that only one may poll. Default: all but the emulator.</summary>
    public bool? SharesAccount { get; init; }

    /// <summary>How long work that has begun may take after a stop is asked for. Default 30 s.</summary>
    public TimeSpan ShutdownTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
