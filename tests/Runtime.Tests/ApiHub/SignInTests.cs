using System.Net;
using B2BConnector.ApiHub;
using B2BConnector.Runtime.Tests.Support;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Tests.ApiHub;

/// <summary>The three ways in which a connection of the repository's own apiProperties.json signs in.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private readonly SignInFixture _hub = new();
    private readonly TestClock _clock = new();

    public Task InitializeAsync()
    {
        _hub.Options.Time = _clock;
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task ApiKey_OfTheConnection_IsSentAndNoToken()
    {
        await _hub.StartAsync(Connection("apiKey", ("api_key", "key-1")));

        using var response = await _hub.CallAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(("key-1", false), (_hub.Seen["X-Api-Key"].ToString(), _hub.Seen.ContainsKey("Authorization")));
    }

    [Fact]
    public async Task ServicePrincipal_Calls_ShareOneTokenUntilShortlyBeforeItsEnd()
    {
        await _hub.StartAsync(ServicePrincipal(SignInFixture.Secret));

        var answers = await Task.WhenAll(_hub.CallAsync(), _hub.CallAsync(), _hub.CallAsync());
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal((1, false), (_hub.Tokens, _hub.Seen.ContainsKey("X-Api-Key")));
        var payload = JObject.Parse(Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Decode(_hub.Seen.Authorization.ToString()["Bearer ".Length..].Split('.')[1]));
        Assert.Equal(("api://00000000-0000-0000-0000-000000000000", SignInFixture.Application), ((string?)payload["aud"], (string?)payload["azp"]));

        _clock.Advance(TimeSpan.FromMinutes(56));
        using var later = await _hub.CallAsync();

        Assert.Equal(2, _hub.Tokens);
    }

    [Fact]
    public async Task ServicePrincipal_WithAWrongSecret_IsToldSo()
    {
        await _hub.StartAsync(ServicePrincipal("other"));

        using var response = await _hub.CallAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        var error = (string)JObject.Parse(await response.Content.ReadAsStringAsync())["error"]!["innerError"]!["message"]!;
        Assert.Contains("cannot sign in at https://login.microsoftonline.com", error, StringComparison.Ordinal);
        Assert.Contains("No application of the sandbox", error, StringComparison.Ordinal);
        Assert.Empty(_hub.Seen);
    }

    [Fact]
    public async Task Person_WhoSignedIn_IsTheCaller()
    {
        await _hub.StartAsync(Connection("entraUser") with { Token = _ => ValueTask.FromResult("token-of-a-person") });

        using var response = await _hub.CallAsync();

        Assert.Equal("Bearer token-of-a-person", _hub.Seen.Authorization.ToString());
    }

    [Theory]
    [InlineData("entraUser", "signs in as a person, and nobody did")]
    [InlineData("servicePrincipal", "no value for the connection parameter 'token:clientSecret'")]
    [InlineData("apiKey", "no value for the connection parameter 'api_key'")]
    [InlineData("password", "uses the parameter set 'password'; apiProperties.json has 'entraUser', 'servicePrincipal', 'apiKey'")]
    public async Task Start_ConnectionThatCannotSignIn_SaysWhatIsMissing(string set, string words)
    {
        var failure = await Assert.ThrowsAsync<ApiHubStartException>(() => _hub.StartAsync(Connection(set)));

        Assert.Contains(failure.Problems, problem => problem.Contains(words, StringComparison.Ordinal));
    }

    private static ApiHubConnection ServicePrincipal(string secret) => Connection(
        "servicePrincipal", ("token:TenantId", SignInFixture.Tenant), ("token:clientId", SignInFixture.Application), ("token:clientSecret", secret));

    private static ApiHubConnection Connection(string set, params (string Name, string Value)[] values) => new("b2bconnector", "local", "k1")
    {
        ParameterSet = set,
        ParameterValues = values.Append(("host", "b2b.contoso.example")).ToDictionary(value => value.Item1, value => value.Item2),
    };
}
