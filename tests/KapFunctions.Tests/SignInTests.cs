using System.Text;
using System.Text.Json;
using KapFunctions.Editor.Desk;
using KapFunctions.Http.SignIn;
using KapFunctions.Testing;
using Microsoft.AspNetCore.Http;

namespace KapFunctions.Tests;

/// <summary>Where editors sign in with Entra, no key opens anything, and readers notice nothing.</summary>
public sealed class SignInTests
{
    private const string Tenant = "11111111-1111-1111-1111-111111111111";
    private const string Client = "22222222-2222-2222-2222-222222222222";
    private const string Problems = "/api/editor/problems";

    private static readonly (string, string) Key = ("x-functions-key", TestSite.FunctionKey);

    [Fact]
    public async Task An_editor_who_signed_in_gets_what_is_theirs()
    {
        await using var site = await StartAsync();

        Assert.Equal(200, (await site.GetAsync(Problems, Principal())).Status);
        Assert.Equal(200, (await site.GetAsync(Problems, Principal(audience: $"api://{Client}"))).Status);
        var me = await site.GetAsync("/api/editor/me", Principal());
        Assert.Equal("""{"name":"An editor","role":"editor"}""", me.Body);
    }

    [Fact]
    public async Task Without_a_sign_in_there_is_nothing_for_editors_and_everything_for_readers()
    {
        await using var site = await StartAsync();

        var refused = await site.GetAsync(Problems, Key);
        Assert.Equal(
            (401, "urn:kapfunctions:problem:not-signed-in"),
            (refused.Status, refused.Json.GetProperty("type").GetString())
        );
        Assert.Equal(401, (await site.GetAsync("/API/Editor/problems", Key)).Status);
        Assert.Equal(401, (await site.GetAsync("/api/%65ditor/problems", Key)).Status);
        Assert.Equal(200, (await site.GetAsync("/api/posts")).Status);
    }

    [Theory]
    [InlineData("33333333-3333-3333-3333-333333333333", Client, "aad")]
    [InlineData(Tenant, "33333333-3333-3333-3333-333333333333", "aad")]
    [InlineData(Tenant, Client, "github")]
    public async Task A_sign_in_elsewhere_is_none_here(string tenant, string client, string provider)
    {
        await using var site = await StartAsync();

        Assert.Equal(403, (await site.GetAsync(Problems, Principal(tenant, client, provider))).Status);
    }

    [Theory]
    [InlineData("no base64")]
    [InlineData("bm8ganNvbg==")]
    [InlineData("")]
    public async Task A_header_that_the_platform_did_not_write_signs_nobody_in(string header)
    {
        await using var site = await StartAsync();

        Assert.Equal(401, (await site.GetAsync(Problems, ("X-MS-CLIENT-PRINCIPAL", header))).Status);
    }

    [Fact]
    public async Task Where_no_platform_takes_the_header_off_it_is_not_believed()
    {
        await using var site = await StartAsync(platform: "");

        Assert.Equal(401, (await site.GetAsync(Problems, Principal())).Status);
    }

    [Fact]
    public async Task A_person_at_the_desk_is_sent_to_sign_in_and_back()
    {
        var visit = new DefaultHttpContext();
        (visit.Request.Method, visit.Request.Path) = ("GET", "/desk");

        var gate = new EditorGate(
            new(Tenant, Client, PlatformSignsIn: true),
            keys: null!,
            wrong: null!,
            EditorAccess.Table
        );
        var refusal = await gate.RefusalAsync(visit, gate.AccessTo(nameof(GetDesk), visit.Request)!.Value);
        await refusal!.ExecuteAsync(visit);

        Assert.Equal(302, visit.Response.StatusCode);
        Assert.Equal("/.auth/login/aad?post_login_redirect_uri=%2Fdesk", visit.Response.Headers.Location);
    }

    [Fact]
    public async Task Where_no_registration_is_named_a_key_opens_what_is_for_editors()
    {
        await using var site = await TestSite.StartAsync();

        Assert.Equal(200, (await site.GetAsync(Problems, Key)).Status);
    }

    [Fact]
    public async Task Somebody_without_a_role_is_told_who_gives_them_one()
    {
        await using var site = await StartAsync();

        var refused = await site.GetAsync(Problems, Principal(role: null));

        Assert.Equal(
            (403, "urn:kapfunctions:problem:role-required"),
            (refused.Status, refused.Json.GetProperty("type").GetString())
        );
        Assert.Equal(403, (await site.GetAsync("/desk", Principal(role: null))).Status);
    }

    [Fact]
    public async Task The_desk_of_those_who_sign_in_asks_for_no_key()
    {
        await using var site = await StartAsync();

        Assert.Contains("data-sign-in=\"account\"", (await site.GetAsync("/desk", Principal())).Body);
        await using var other = await TestSite.StartAsync();
        Assert.Contains("data-sign-in=\"key\"", (await other.GetAsync("/desk")).Body);
    }

    internal static Task<TestSite> StartAsync(string platform = "True") =>
        TestSite.StartAsync(
            settings: new()
            {
                ["Editor:Entra:TenantId"] = Tenant,
                ["Editor:Entra:ClientId"] = Client,
                ["WEBSITE_AUTH_ENABLED"] = platform,
            }
        );

    internal static (string, string) Principal(
        string tenant = Tenant,
        string audience = Client,
        string provider = "aad",
        string? role = "Editor",
        string name = "An editor"
    ) =>
        (
            "X-MS-CLIENT-PRINCIPAL",
            Convert.ToBase64String(
                Encoding.UTF8.GetBytes(
                    JsonSerializer.Serialize(
                        new
                        {
                            auth_typ = provider,
                            claims = new[]
                            {
                                new { typ = "aud", val = audience },
                                new { typ = "http://schemas.microsoft.com/identity/claims/tenantid", val = tenant },
                                new { typ = "name", val = name },
                                new { typ = "roles", val = role! },
                            },
                            name_typ = "name",
                            role_typ = "roles",
                        }
                    )
                )
            )
        );
}
