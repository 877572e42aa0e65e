using Made;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

using var adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider()) { BaseUrl = args[0] };
var client = new SiteClient(adapter);

var list = await client.Api.Posts.GetAsync(request => request.QueryParameters.Limit = "3");
var first = list!.Posts![0];
var post = await client.Api.Posts[first.Slug!].GetAsync();
var changes = await client.Api.Changes.GetAsync();
Console.WriteLine($"{list.Meta!.Pagination!.Total} {post!.Title}");
Console.WriteLine(post.Html!.Length);
Console.WriteLine(changes!.Next is { Length: > 0 } ? "follows" : "lost");
try
{
    await client.Api.Posts["nothing-is-here"].GetAsync();
}
catch (ApiException missing)
{
    Console.WriteLine($"{missing.ResponseStatusCode} {missing.GetType().Name}");
}
