using KapFunctions;
using KapFunctions.Delivery.Posts;

// Started by tests/cold-start.sh: the app's own code in the least of hosts, or with --bare that host alone.
var isBare = args.Contains("--bare");
var builder = WebApplication.CreateEmptyBuilder(new());
builder.Configuration.AddEnvironmentVariables().AddCommandLine([.. args.Where(argument => argument != "--bare")]);
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
        async context => await (await posts.RunAsync(context.Request, context.RequestAborted)).ExecuteAsync(context)
    );
}

await app.RunAsync();
