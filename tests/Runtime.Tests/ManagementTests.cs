using System.Net;
using System.Text;
using B2BConnector.Runtime.Tests.Support;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Tests;

public sealed class ManagementTests : IAsyncLifetime
{
    private const string Management = "/runtime/webhooks/workflow/api/management/workflows";

    private const string Echo = """
        {
          "Make": {"type":"Compose","inputs":{"hello":"@triggerBody()?['name']"},"runAfter":{}},
          "Answer": {"type":"Response","kind":"Http","inputs":{"statusCode":201,"headers":{"x-mine":"1"},"body":"@outputs('Make')"},"runAfter":{"Make":["Succeeded"]}}
        }
        """;

    private const string Later = """
        {
          "Pause": {"type":"Wait","inputs":{"interval":{"count":1,"unit":"Hour"}},"runAfter":{}},
          "Answer": {"type":"Response","kind":"Http","inputs":{"statusCode":201,"headers":{"x-mine":"1"},"body":"@triggerBody()"},"operationOptions":"Asynchronous","runAfter":{"Pause":["Succeeded"]}}
        }
        """;

    private const string Never = """
        {
          "Stop": {"type":"Terminate","inputs":{"runStatus":"Cancelled"},"runAfter":{}},
          "Answer": {"type":"Response","kind":"Http","inputs":{"statusCode":200},"operationOptions":"Asynchronous","runAfter":{"Stop":["Succeeded"]}}
        }
        """;

    private readonly ProjectFolder folder = new ProjectFolder().WithActions("echo", Echo).WithActions("later", Later).WithActions("never", Never);
    private TestEngine engine = null!;
    private ManagementHost host = null!;

    public async Task InitializeAsync()
    {
        engine = await TestEngine.StartAsync(folder);
        host = await ManagementHost.StartAsync(engine);
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await engine.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Invoke_WithTheCallbackUrl_AnswersWithTheResponseAction()
    {
        var answer = await CallAsync();
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("1", answer.Headers.GetValues("x-mine").Single());
        Assert.Equal("""{"hello":"Ada"}""", await answer.Content.ReadAsStringAsync());
        var run = await GetAsync($"{Management}/echo/runs/{answer.Headers.GetValues("x-ms-workflow-run-id").Single()}");
        Assert.Equal("Succeeded", (string?)run["properties"]!["status"]);
    }

    [Fact]
    public async Task Invoke_WithWrongSignature_Is401InThePlatformsShape()
    {
        var answer = await host.Client.PostAsync("/api/echo/triggers/manual/invoke?sig=wrong", null);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("DirectApiAuthorizationRequired", (string?)JObject.Parse(await answer.Content.ReadAsStringAsync())["error"]!["code"]);
    }

    [Fact]
    public async Task Invoke_OfAnAsynchronousResponse_Is202AndTheAnswerIsAtItsStatusAddress()
    {
        var accepted = await CallAsync("later");
        Assert.Equal((HttpStatusCode.Accepted, ""), (accepted.StatusCode, await accepted.Content.ReadAsStringAsync()));
        var early = await host.Client.GetAsync(accepted.Headers.Location);
        Assert.Equal((HttpStatusCode.Accepted, accepted.Headers.Location), (early.StatusCode, early.Headers.Location));

        await engine.SettleAsync();

        for (var look = 0; look < 2; look++)
        {
            var answer = await host.Client.GetAsync(accepted.Headers.Location);
            Assert.Equal((HttpStatusCode.Created, "1"), (answer.StatusCode, answer.Headers.GetValues("x-mine").Single()));
            Assert.Equal("""{"name":"Ada"}""", await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task StatusAddress_OfARunThatEndsWithoutResponse_SaysSo()
    {
        var accepted = await CallAsync("never");
        await engine.SettleAsync();

        Assert.Equal(HttpStatusCode.BadGateway, (await host.Client.GetAsync(accepted.Headers.Location)).StatusCode);
    }

    [Fact]
    public async Task StatusAddress_OfAnotherRun_NeedsItsOwnSignature()
    {
        var first = (await CallAsync("later")).Headers;
        var second = (await CallAsync("later")).Headers.GetValues("x-ms-workflow-run-id").Single();
        var mixed = first.Location!.ToString().Replace(first.GetValues("x-ms-workflow-run-id").Single(), second, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Client.GetAsync(mixed)).StatusCode);
    }

    [Fact]
    public async Task Runs_ListedAndFiltered_AreNewestFirstWithNextLink()
    {
        for (var i = 0; i < 3; i++)
        {
            await CallAsync();
        }

        var first = await GetAsync($"{Management}/echo/runs?$top=2");
        var second = await GetAsync((string)first["nextLink"]!);
        var names = first["value"]!.Concat(second["value"]!).Select(run => (string)run["name"]!).ToList();
        Assert.Equal(3, names.Distinct().Count());
        Assert.Null(second["nextLink"]);
        Assert.Empty((await GetAsync($"{Management}/echo/runs?$filter=status eq 'Failed'"))["value"]!);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Client.GetAsync($"{Management}/echo/runs?$filter=name eq 'x'")).StatusCode);
    }

    [Fact]
    public async Task ContentLinks_OfAnAction_GiveTheRawJson()
    {
        var run = (await CallAsync()).Headers.GetValues("x-ms-workflow-run-id").Single();
        var action = await GetAsync($"{Management}/echo/runs/{run}/actions/Make");
        Assert.Equal("""{"hello":"Ada"}""", await host.Client.GetStringAsync((string)action["properties"]!["outputsLink"]!["uri"]!));
        var changed = ((string)action["properties"]!["outputsLink"]!["uri"]!).Replace("ActionOutputs", "ActionInputs", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Client.GetAsync(changed)).StatusCode);
    }

    [Fact]
    public async Task Resubmit_OfARun_StartsANewRunWithTheSameOutputs()
    {
        var run = (await CallAsync()).Headers.GetValues("x-ms-workflow-run-id").Single();
        var again = await host.Client.PostAsync($"{Management}/echo/triggers/manual/histories/{run}/resubmit", null);
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        await engine.SettleAsync();
        var second = again.Headers.GetValues("x-ms-workflow-run-id").Single();
        Assert.Equal("""{"hello":"Ada"}""", engine.Output("echo", second, "Make")!.ToString(Newtonsoft.Json.Formatting.None));
        Assert.Equal("ActionResponseSkipped", (string?)engine.Action("echo", second, "Answer")["code"]);
    }

    [Fact]
    public async Task HostStatus_OfARunningHost_SaysRunning() => Assert.Equal("Running", (string?)(await GetAsync("/admin/host/status"))["state"]);

    private async Task<HttpResponseMessage> CallAsync(string workflow = "echo")
    {
        var url = JObject.Parse(await (await host.Client.PostAsync($"{Management}/{workflow}/triggers/manual/listCallbackUrl", null)).Content.ReadAsStringAsync());
        return await host.Client.PostAsync((string)url["value"]!, new StringContent("""{"name":"Ada"}""", Encoding.UTF8, "application/json"));
    }

    private async Task<JObject> GetAsync(string path) => JObject.Parse(await host.Client.GetStringAsync(path));
}
