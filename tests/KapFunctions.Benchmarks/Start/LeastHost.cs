using KapFunctions.Delivery.Posts;

namespace KapFunctions.Benchmarks.Start;

/// <summary>The app's own code in the least of hosts, or with <c>--bare</c> that host alone; tests/cold-start.sh starts it.</summary>
internal static class LeastHost
{
    public static async Task<int> RunAsync(string[] args)
    {
        var isBare = args.Contains("--bare");
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder
            .Configuration.AddEnvironmentVariables()
            .AddCommandLine([.. args.Where(argument => argument != "--bare")]);
        builder.WebHost.UseKestrel().UseUrls(builder.Configuration["urls"]!);
        builder.Services.AddRouting().AddLogging();
        if (!isBare)
        {
            builder.Services.AddKapFunctions(builder.Configuration);
        }

        var app = builder.Build();
        if (isBare)
        {
            app.Run(context => context.Response.WriteAsync("{}"));
        }
        else
        {
            var posts = ActivatorUtilities.CreateInstance<GetPosts>(app.Services);
            app.UseRouting();
            app.MapGet(
                "/api/posts",
                async context =>
                    await (await posts.RunAsync(context.Request, context.RequestAborted)).ExecuteAsync(context)
            );
        }

        await app.RunAsync();
        return 0;
    }
}
