using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Security;
using B2BConnector.Connector.Tests.Support;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Tests.Security;

public sealed class ApiKeyTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("key-with-all-roles-0123456789abcdeF")]
    public async Task Call_WithoutKnownKey_Is401(string? key)
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Client.DefaultRequestHeaders.Remove("X-Api-Key");
        if (key is not null)
        {
            connector.Client.DefaultRequestHeaders.TryAddWithoutValidation("X-Api-Key", key);
        }

        using var response = await connector.GetAsync("/prospects/usrt/P-000001");

        Assert.Equal("401 unauthenticated", await TestConnector.ErrorAsync(response));
        Assert.Equal("ApiKey", response.Headers.WwwAuthenticate.ToString());
        Assert.Empty(connector.Commerce.Requests);
    }

    /// <summary>A key that was proven is remembered as it was sent; one that nearly matches, or that a change of the configuration took away, is unknown.</summary>
    [Fact]
    public void Find_AfterAProvenKey_TakesThatOneOnly()
    {
        const string key = "key-with-all-roles-0123456789abcdef";
        var settings = new ChangedSettings();
        settings.CurrentValue.ApiKeys.Add(new() { Name = "one", Key = key });
        settings.CurrentValue.ApiKeys.Add(new() { Name = "two", Key = "another-" + key });
        var keys = new KnownKeys(settings);

        Assert.Equal("one", keys.Find(key)?.Known.Principal?.Identity?.Name);
        Assert.Equal("one", keys.Find(new string(key))?.Known.Principal?.Identity?.Name);
        Assert.Equal("two", keys.Find("another-" + key)?.Known.Principal?.Identity?.Name);
        Assert.All([key[..^1], key + "g", key.ToUpperInvariant(), "", "another-"], sent => Assert.Null(keys.Find(sent)));

        settings.CurrentValue = new();
        Assert.Null(keys.Find(key));
    }

    [Theory]
    [InlineData("/prospects/usrt/P-1/approve")]
    [InlineData("/prospects/usrt/P-1/reject")]
    [InlineData("/prospects/usrt/P-1/customers")]
    [InlineData("/onboarding-requests")]
    [InlineData("/approvals/usrt/release")]
    public async Task Write_WithKeyOfReader_Is403(string path)
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Client.DefaultRequestHeaders.Remove("X-Api-Key");
        connector.Client.DefaultRequestHeaders.Add("X-Api-Key", TestConfiguration.ReaderKey);

        Assert.Equal("403 forbidden", await TestConnector.ErrorAsync(await connector.PostAsync(path, "{}")));
    }

    [Fact]
    public async Task Call_WithKeyConfiguredAsHash_IsAnswered()
    {
        const string key = "another-key";
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("another-key"u8.ToArray()));
        await using var connector = await TestConnector.StartAsync(new() { ["Authentication:ApiKeys:0:key"] = "sha256:" + hash });
        connector.Client.DefaultRequestHeaders.Remove("X-Api-Key");
        connector.Client.DefaultRequestHeaders.Add("X-Api-Key", key);

        Assert.Equal("ok", (await connector.GetJsonAsync("/connection"))["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task Health_WithoutKey_IsAnswered()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Client.DefaultRequestHeaders.Remove("X-Api-Key");

        using var response = await connector.GetAsync("/health");

        Assert.True(response.IsSuccessStatusCode);
    }

    [Fact]
    public async Task SwaggerPage_OutsideDevelopment_IsAbsent()
    {
        await using var connector = await TestConnector.StartAsync();

        Assert.Equal("404 route_not_found", await TestConnector.ErrorAsync(await connector.GetAsync("/swagger/index.html")));
    }

    [Fact]
    public async Task SwaggerPage_InDevelopment_ShowsTheCheckedInContractWithoutKey()
    {
        await using var connector = await TestConnector.StartAsync(environment: "Development");
        connector.Client.DefaultRequestHeaders.Remove("X-Api-Key");

        using var page = await connector.GetAsync("/swagger/index.html");
        var document = await connector.Client.GetStringAsync(new Uri("/swagger/v1/swagger.json", UriKind.Relative));

        Assert.True(page.IsSuccessStatusCode);
        Assert.Equal(await File.ReadAllTextAsync(RepositoryFiles.SwaggerPath), document);
    }

    [Fact]
    public async Task EveryRoute_InTheContract_AsksForAKey()
    {
        await using var connector = await TestConnector.StartAsync();
        connector.Client.DefaultRequestHeaders.Remove("X-Api-Key");

        // The one that is called with the token of a subscription alone.
        foreach (var (path, method) in Contract.CheckedInContract.Load().Operations.Where(operation => operation.Id != "DeleteSubscription").Select(operation => (operation.Path, operation.Method)))
        {
            var address = path.Replace("{legalEntity}", "usrt", StringComparison.Ordinal).Replace("{prospectId}", "P-1", StringComparison.Ordinal);
            using var request = new HttpRequestMessage(new HttpMethod(method), address);

            using var response = await connector.Client.SendAsync(request);

            Assert.Equal("401 unauthenticated", await TestConnector.ErrorAsync(response));
        }
    }

    private sealed class ChangedSettings : IOptionsMonitor<AuthenticationOptions>
    {
        public AuthenticationOptions CurrentValue { get; set; } = new();

        public AuthenticationOptions Get(string? name) => CurrentValue;

        public IDisposable? OnChange(Action<AuthenticationOptions, string?> listener) => null;
    }
}
