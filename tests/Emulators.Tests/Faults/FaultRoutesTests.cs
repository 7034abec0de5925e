using System.Net;
using System.Text;
using B2BConnector.Commerce;
using B2BConnector.Dataverse;
using B2BConnector.Dataverse.Faults;
using B2BConnector.Emulation;
using B2BConnector.Emulation.Faults;
using B2BConnector.Emulators.Tests.Commerce;
using B2BConnector.Emulators.Tests.Dataverse;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulators.Tests.Faults;

/// <summary>The switches as a person meets them: over HTTP, and in Production.</summary>
public sealed class FaultRoutesTests
{
    [Fact]
    public async Task Post_Rule_WorksIsCountedAndGoesWithDelete()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();

        var added = await sandbox.PostAsync("/_sandbox/faults", JObject.Parse(
            """{"route":"GET /data/*","kind":"throttle","times":2,"skip":1,"contains":"Prospects","retryAfter":"PT7S"}"""));
        var statuses = new List<HttpStatusCode>();
        foreach (var path in new[] { "Prospects", "RetailChannels", "Prospects", "Prospects", "Prospects" })
        {
            statuses.Add((await sandbox.SendAsync(HttpMethod.Get, "/data/" + path)).Status);
        }

        var shown = await sandbox.GetAsync("/_sandbox/faults");
        var (removed, _, _) = await sandbox.SendAsync(HttpMethod.Delete, "/_sandbox/faults");

        Assert.Equal(
            """{"route":"GET /data/*","kind":"Throttle","times":2,"skip":1,"contains":"Prospects","retryAfter":"PT7S","delay":null,"matched":0,"hits":0}""",
            added["value"]![0]!.ToString(Newtonsoft.Json.Formatting.None));
        Assert.Equal([200, 200, 429, 429, 200], statuses.Select(status => (int)status));
        Assert.Equal((3, 2, 2), ((int)shown["value"]![0]!["matched"]!, (int)shown["value"]![0]!["hits"]!, (int)shown["injected"]!["Throttle"]!));
        Assert.Equal(HttpStatusCode.NoContent, removed);
        Assert.Empty(await sandbox.RowsAsync("/_sandbox/faults"));
    }

    [Theory]
    [InlineData("{}", "'route' is missing")]
    [InlineData("""{"route":"*"}""", "one of FailBefore, FailAfter, Throttle, Unavailable, Timeout, Reset, Slow")]
    [InlineData("""{"route":"*","kind":"Explode"}""", "'kind' must be one of")]
    [InlineData("""{"route":"data","kind":"Slow"}""", "'data' is neither")]
    [InlineData("""{"route":"*","kind":"Slow","times":0}""", "times is 0")]
    [InlineData("""{"route":"*","kind":"Slow","times":"2"}""", "'times' must be a whole number")]
    [InlineData("""{"route":"*","kind":"Slow","delay":"20s"}""", "ISO 8601 duration like PT20S")]
    [InlineData("""{"route":"*","kind":"Slow","delay":"-PT5S"}""", "at least zero")]
    [InlineData("""{"route":"*","kind":"Slow","delaySeconds":5}""", "Unknown: delaySeconds. A switch has route, kind, times")]
    public async Task Post_RuleThatMakesNoSense_IsRefusedInWords(string rule, string words)
    {
        await using var sandbox = await CommerceSandbox.StartAsync();

        var (status, body, _) = await sandbox.SendAsync(HttpMethod.Post, "/_sandbox/faults", JObject.Parse(rule));

        Assert.Equal((HttpStatusCode.BadRequest, "SBX0608"), (status, (string?)body["error"]!["code"]));
        Assert.Contains(words, (string?)body["error"]!["message"]);
        Assert.Empty(await sandbox.RowsAsync("/_sandbox/faults"));
    }

    [Fact]
    public async Task SandboxRoutes_WithEverythingDown_StillAnswer()
    {
        var asked = new List<string>();
        await using var sandbox = await CommerceSandbox.StartAsync(options => options.Faults.Script = request =>
        {
            asked.Add(request.Path);
            return new FaultRule { Kind = FaultKind.Unavailable };
        });

        var (down, _, _) = await sandbox.SendAsync(HttpMethod.Get, "/data/Prospects");
        foreach (var path in new[] { "health", "requests", "clock", "faults" })
        {
            await sandbox.GetAsync("/_sandbox/" + path);
        }

        await sandbox.SendAsync(HttpMethod.Delete, "/_sandbox/faults");
        var (up, _, _) = await sandbox.SendAsync(HttpMethod.Get, "/data/Prospects");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (down, up));
        Assert.Equal(["/data/Prospects"], asked);
    }

    [Theory]
    [InlineData("GET", "faults")]
    [InlineData("POST", "faults")]
    [InlineData("DELETE", "faults")]
    [InlineData("POST", "callback-faults")]
    public async Task Routes_InProduction_RefuseInWords(string method, string path)
    {
        await using var host = await DataverseHost.StartAsync(options => options.AllowFaults = false);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(host.Address, "/_sandbox/" + path))
        {
            Content = new StringContent("""{"route":"*","kind":"Slow"}""", Encoding.UTF8, "application/json"),
        };

        using var answer = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("Dataverse: fault switches work in Development only", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_WhileItRunsInProduction_Refuses()
    {
        var options = new DataverseOptions { SolutionFolder = DataverseHost.SolutionFolder, AllowFaults = false };
        await using var app = DataverseApp.Build(options);

        Assert.Throws<InvalidOperationException>(() => options.Faults.Add(new FaultRule { Kind = FaultKind.Slow }));
        Assert.Throws<InvalidOperationException>(() => options.Faults.Script = _ => null);
        Assert.Throws<InvalidOperationException>(() => options.CallbackFaults.Add(new CallbackFault { Kind = CallbackFaultKind.Drop }));
    }

    [Fact]
    public void Build_WithASwitchInProduction_IsRefused()
    {
        var commerce = new CommerceOptions { AllowFaults = false };
        commerce.Faults.Add(new FaultRule { Kind = FaultKind.Slow });
        var dataverse = new DataverseOptions { SolutionFolder = DataverseHost.SolutionFolder, AllowFaults = false };
        dataverse.CallbackFaults.Script = _ => null;

        Assert.Contains("DOTNET_ENVIRONMENT=Development", Assert.Throws<SandboxStartException>(() => CommerceApp.Build(commerce)).Message);
        Assert.Contains("Dataverse: fault switches", Assert.Throws<SandboxStartException>(() => DataverseApp.Build(dataverse)).Message);
    }
}
