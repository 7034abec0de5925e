using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using B2BConnector.Host;
using B2BConnector.Host.Demo;
using B2BConnector.Sandbox.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace B2BConnector.Sandbox.Tests.Onboarding;

/// <summary>The connector in front of the emulated scale unit, when the answer to a request is lost or the connector dies waiting for it.</summary>
[Collection(nameof(HostProcess))]
public sealed class CutOffSubmissionTests : IAsyncLifetime, IDisposable
{
    private const string ScaleUnit = "/Commerce/BusinessPartners/Prospects";
    private const string Form = """{"channel":"000000011","firstName":"Zoë","lastName":"Ångström","email":"zoe@nordwind.example","companyName":"Nordwind"}""";
    private readonly TemporaryFolder _folder = new();
    private readonly TaskCompletionSource _effectHappened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SandboxApp _commerce = null!;
    private DemoHttp _headquarters = null!;

    public async Task InitializeAsync()
    {
        var options = Options();
        options.Hooks.Commerce = commerce => commerce.Faults.Waiting = change => _effectHappened.TrySetResult();
        _commerce = await SandboxApp.StartAsync(options, SandboxServices.Commerce);
        _headquarters = new DemoHttp("Commerce", _commerce.Addresses.Commerce, "sandbox-administrator");
    }

    public async Task DisposeAsync() => await _commerce.DisposeAsync();

    public void Dispose()
    {
        _headquarters.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Answer_LostAfterTheEffect_RepeatedIsOneProspect()
    {
        await using var connector = await ConnectorAsync(knowsToken: true);
        await _headquarters.PostAsync("/_sandbox/faults", new JsonObject { ["route"] = "POST " + ScaleUnit + "*", ["kind"] = "FailAfter" }, CancellationToken.None);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await SubmitAsync(connector)).Status);

        var (status, answer) = await SubmitAsync(connector);

        Assert.Equal(HttpStatusCode.Created, status);
        Assert.NotNull((string?)answer["confirmationId"]);
        Assert.Single(await ProspectsAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Connector_DiesBeforeItHasTheAnswer_RepeatedIsOneProspect(bool knowsToken)
    {
        await _headquarters.PostAsync("/_sandbox/faults", new JsonObject { ["route"] = "POST " + ScaleUnit + "*", ["kind"] = "Slow", ["delay"] = "PT1M" }, CancellationToken.None);
        var killed = await ConnectorAsync(knowsToken);
        var cutOff = SubmitAsync(killed);
        await _effectHappened.Task.WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System);
        await killed.CrashAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => cutOff);

        await using var connector = await ConnectorAsync(knowsToken);
        if (!knowsToken)
        {
            Assert.Equal("attempt_unfinished", (string?)(await SubmitAsync(connector)).Answer["error"]!["code"]);
            await ProspectsAsync();
        }

        var (status, answer) = await SubmitAsync(connector);

        Assert.Equal(HttpStatusCode.Created, status);
        var only = Assert.Single(await ProspectsAsync());
        Assert.Equal(knowsToken ? null : (string?)only["ProspectId"], (string?)answer["prospectId"]);
    }

    private static async Task<(HttpStatusCode Status, JsonObject Answer)> SubmitAsync(SandboxApp connector)
    {
        using var http = new HttpClient { BaseAddress = connector.Addresses.Connector };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/onboarding-requests") { Content = new StringContent(Form, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Api-Key", connector.Secrets.ConnectorKey);
        request.Headers.Add("Idempotency-Key", "form-1");
        using var response = await http.SendAsync(request);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject());
    }

    private Task<SandboxApp> ConnectorAsync(bool knowsToken)
    {
        var options = Options();
        options.CommercePort = _commerce.Addresses.Commerce.Port;
        options.Hooks.Connector = connector => connector.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Onboarding:ScaleUnitKnowsToken"] = knowsToken ? "true" : "false",
            ["Leases:RetryAfter"] = "00:00:00.2",
        });
        return SandboxApp.StartAsync(options, SandboxServices.Connector);
    }

    private async Task<IReadOnlyList<JsonObject>> ProspectsAsync()
    {
        await _headquarters.PostAsync("/jobs/P-0001/run", null, CancellationToken.None);
        await _headquarters.PostAsync("/jobs/synchronize/run", null, CancellationToken.None);
        return await _headquarters.ListAsync("/data/Prospects?cross-company=true", CancellationToken.None);
    }

    private SandboxOptions Options() => new() { Root = Repository.Root, Data = _folder.Path, ConnectorPort = 0, CommercePort = 0 };
}
