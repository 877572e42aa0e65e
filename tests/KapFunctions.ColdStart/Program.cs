using KapFunctions;
using KapFunctions.Delivery;

// Started by tests/cold-start.sh: the app's own code in the least of hosts, or with --bare that host alone.
var isBare = args.Contains("--bare");
var builder = WebApplication.CreateSlimBuilder(args.Where(argument => argument != "--bare").ToArray());
builder.Logging.ClearProviders();
if (!isBare)
{
    builder.Services.AddKapFunctions(builder.Configuration);
}

var app = builder.Build();
if (isBare)
{
    app.MapGet("/api/posts", context => context.Response.WriteAsync("{}"));
}
else
{
    var posts = ActivatorUtilities.CreateInstance<GetPosts>(app.Services);
    app.MapGet(
        "/api/posts",
        async context => await (await posts.RunAsync(context.Request, context.RequestAborted)).ExecuteAsync(context)
    );
}

await app.RunAsync();
