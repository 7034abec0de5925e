using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using B2BConnector.Connector.Tests.Support;
using B2BConnector.Emulation.SignIn;

namespace B2BConnector.Connector.Tests.Security;

/// <summary>Callers with a token of Microsoft Entra. Claims as documented at learn.microsoft.com/entra/identity-platform/access-token-claims-reference.</summary>
public sealed class EntraTests : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private SignInService _signIn = null!;
    private TestConnector _connector = null!;

    public async Task InitializeAsync()
    {
        _signIn = await SignInService.StartAsync(_time);
        _connector = await TestConnector.StartAsync(_signIn.Settings, time: _time, environment: "Development");
        _connector.Client.DefaultRequestHeaders.Remove("X-Api-Key");
    }

    public async Task DisposeAsync()
    {
        await _connector.DisposeAsync();
        await _signIn.DisposeAsync();
    }

    public static TheoryData<string, SandboxToken> GoodTokens => new()
    {
        { "application", SignInService.OfApplication("Prospect.Read") },
        { "application without idtyp, subject is itself", WithClaims(SignInService.OfApplication("Prospect.Read"), ("idtyp", null)) },
        { "person", SignInService.OfPerson("email access_as_user", "Prospect.Read") },
        { "for the application id URI", SignInService.OfApplication("Prospect.Read") with { Audience = $"api://{SignInService.Connector}" } },
    };

    public static TheoryData<string, SandboxToken, string> BadTokens => new()
    {
        { "another application's", SignInService.OfApplication("Prospect.Read") with { Audience = SignInService.Application }, "It was issued for another application." },
        { "another tenant's", SignInService.OfApplication("Prospect.Read") with { Tenant = "11111111-2222-3333-4444-555555555555" }, "It was issued by another tenant." },
        { "expired", SignInService.OfApplication("Prospect.Read") with { Lifetime = TimeSpan.FromMinutes(-3) }, "It is not valid at this time." },
        { "a person's without the scope", SignInService.OfPerson("User.Read", "Prospect.Read"), "It is neither an application's" },
        { "an ID token", WithClaims(SignInService.OfPerson("", "Prospect.Read"), ("scp", null), ("nonce", "n")), "It is neither an application's" },
    };

    [Theory]
    [MemberData(nameof(GoodTokens))]
    public async Task Call_WithTokenAndRole_IsAnswered(string kind, SandboxToken token)
    {
        using var response = await GetAsync("/connection", _signIn.SignIn.Issue(token));

        Assert.True(response.IsSuccessStatusCode, $"{kind}: {await response.Content.ReadAsStringAsync()}");
    }

    [Theory]
    [MemberData(nameof(BadTokens))]
    public async Task Call_WithForeignToken_Is401AndSaysWhy(string kind, SandboxToken token, string reason)
    {
        using var response = await GetAsync("/connection", _signIn.SignIn.Issue(token));

        Assert.Equal("401 token_refused", await TestConnector.ErrorAsync(response));
        Assert.Contains(reason, (await MessageAsync(response)) ?? kind, StringComparison.Ordinal);
        Assert.Equal("Bearer error=\"invalid_token\"", response.Headers.WwwAuthenticate.ToString());
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("a.b.c")]
    public async Task Call_WithoutARealToken_Is401(string token)
    {
        using var response = await GetAsync("/connection", token);

        Assert.Equal("401 token_refused", await TestConnector.ErrorAsync(response));
    }

    [Fact]
    public async Task Call_WithChangedToken_Is401()
    {
        var parts = _signIn.SignIn.Issue(SignInService.OfApplication("Prospect.Read")).Split('.');
        var other = _signIn.SignIn.Issue(SignInService.OfApplication("Prospect.Read", "Prospect.Manage")).Split('.');

        using var response = await GetAsync("/connection", $"{parts[0]}.{other[1]}.{parts[2]}");

        Assert.Contains("signature", await MessageAsync(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_WithUnsignedToken_Is401()
    {
        var payload = _signIn.SignIn.Issue(SignInService.OfApplication("Prospect.Read")).Split('.')[1];
        var header = Convert.ToBase64String("""{"alg":"none","typ":"JWT"}"""u8).TrimEnd('=');

        using var response = await GetAsync("/connection", $"{header}.{payload}.");

        Assert.Equal("401 token_refused", await TestConnector.ErrorAsync(response));
    }

    [Fact]
    public async Task Call_WithATokenThatWasTaken_EndsWithTheToken()
    {
        var token = _signIn.SignIn.Issue(SignInService.OfApplication("Prospect.Read") with { Lifetime = TimeSpan.FromMinutes(1) });

        using var first = await GetAsync("/connection", token);
        using var again = await GetAsync("/connection", token);
        _time.Advance(TimeSpan.FromMinutes(3));
        using var late = await GetAsync("/connection", token);

        Assert.True(first.IsSuccessStatusCode);
        Assert.True(again.IsSuccessStatusCode);
        Assert.Equal("401 token_refused", await TestConnector.ErrorAsync(late));
        Assert.Contains("It is not valid at this time.", await MessageAsync(late), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_WithATokenThatWasTakenAndIsChanged_Is401()
    {
        var token = _signIn.SignIn.Issue(SignInService.OfApplication("Prospect.Read"));
        using var first = await GetAsync("/connection", token);

        using var response = await GetAsync("/connection", token[..^4] + (token[^4] == 'A' ? 'B' : 'A') + token[^3..]);

        Assert.True(first.IsSuccessStatusCode);
        Assert.Equal("401 token_refused", await TestConnector.ErrorAsync(response));
    }

    [Fact]
    public async Task Call_WithATokenThatWasTaken_IsStillHeldToItsRoles()
    {
        var token = _signIn.SignIn.Issue(SignInService.OfApplication("Prospect.Read"));
        using var first = await GetAsync("/connection", token);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/prospects/usrt/P-000001/approve");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

        Assert.True(first.IsSuccessStatusCode);
        Assert.Equal("403 forbidden", await TestConnector.ErrorAsync(await _connector.Client.SendAsync(request)));
    }

    [Fact]
    public async Task Call_OfAnotherRole_Is403()
    {
        var token = _signIn.SignIn.Issue(SignInService.OfApplication("Prospect.Read"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/prospects/usrt/P-000001/approve");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);

        Assert.Equal("403 forbidden", await TestConnector.ErrorAsync(await _connector.Client.SendAsync(request)));
    }

    [Fact]
    public async Task Call_WithoutRoles_Is403()
    {
        using var response = await GetAsync("/connection", _signIn.SignIn.Issue(SignInService.OfPerson("access_as_user")));

        Assert.Equal("403 forbidden", await TestConnector.ErrorAsync(response));
    }

    [Fact]
    public async Task Call_WhileSignInIsDown_Is503AndNotTheCallersFault()
    {
        var token = _signIn.SignIn.Issue(SignInService.OfApplication("Prospect.Read"));
        await _signIn.StopAsync();

        using var response = await GetAsync("/connection", token);

        Assert.Equal("503 sign_in_unavailable", await TestConnector.ErrorAsync(response));
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task ClientCredentials_OfKnownApplication_GiveATokenThatIsTaken()
    {
        using var login = new HttpClient { BaseAddress = _signIn.Instance };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = SignInService.Application,
            ["client_secret"] = SignInService.Secret,
            ["scope"] = $"{SignInService.Connector}/.default",
        });
        using var answer = await login.PostAsync(new Uri($"{SignInService.Tenant}/oauth2/v2.0/token", UriKind.Relative), form);
        var token = (await TestConnector.JsonAsync(answer))["access_token"]!.GetValue<string>();

        using var response = await GetAsync("/connection", token);

        Assert.True(response.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Token_InTheLog_IsNeverWritten()
    {
        var token = _signIn.SignIn.Issue(SignInService.OfPerson("User.Read", "Prospect.Read"));

        using var response = await GetAsync("/connection", token);

        Assert.DoesNotContain(_connector.LogLines.ToList(), line => line.Contains(token.Split('.')[1], StringComparison.Ordinal));
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await _connector.Client.SendAsync(request);
    }

    private static async Task<string?> MessageAsync(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!["error"]!["message"]!.GetValue<string>();

    private static SandboxToken WithClaims(SandboxToken token, params (string Name, string? Value)[] changes)
    {
        var claims = new Dictionary<string, object>(token.Claims);
        foreach (var (name, value) in changes)
        {
            claims.Remove(name);
            if (value is not null)
            {
                claims[name] = value;
            }
        }

        return token with { Claims = claims };
    }
}
