using System.Text.Json.Nodes;
using B2BConnector.Emulation.Faults;
using B2BConnector.Host;
using B2BConnector.Host.Demo;
using B2BConnector.Sandbox.Tests.Crashes;
using B2BConnector.Sandbox.Tests.Reconcile;
using B2BConnector.Sandbox.Tests.Simulation;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.SyncIssues;

/// <summary>
/// One prospect approved in headquarters whose mirror fails, under virtual time and without reconcile. A call that fails is repeated some seconds
/// later: in between, a test lets others write.
/// </summary>
internal sealed class IssueRace : IAsyncDisposable
{
    public const int Open = 726000000, Retry = 726000001, Solved = 726000003;
    private const string Api = "/api/data/v9.2", Gateway = "/apim/commondataservice/local/api/data/v9.1", Issues = "/b2b_syncissues(";
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly VirtualTime _time = new();
    private readonly TemporaryFolder _folder = new();
    private readonly FaultSwitches _gateway = new();
    private DemoSystems _systems = null!;
    private Crowd _crowd = null!;
    private volatile bool _hit;

    /// <summary>Close or Reopen of replay-issue: by the id that the event brought.</summary>
    public static bool IsWriteOfReplay(FaultRequest request) => IsIssue(request, "PATCH") && !IsByKey(request);

    public static bool IsReadOfReplay(FaultRequest request) => IsIssue(request, "GET") && !IsByKey(request);

    /// <summary>The issue of a step that failed: by prospect and step.</summary>
    public static bool IsWriteOfStep(FaultRequest request) => IsIssue(request, "PATCH") && IsByKey(request);

    public Task PlayAsync(Func<Task> play) => _time.RunAsync(async () =>
    {
        var options = VirtualSandbox.Options(_time, 71);
        options.Workflows = _folder.CopyOfWorkflows();
        CrashVariant.Plain.ChangeParameters(options.Workflows);
        options.Hooks.Gateway = gateway => gateway.Faults = _gateway;
        await using var app = await SandboxApp.StartAsync(options, SandboxServices.Commerce | SandboxServices.Dataverse | SandboxServices.Connector | SandboxServices.Runtime);
        using var systems = new DemoSystems(app.Addresses, app.Secrets.ConnectorKey);
        (_systems, _crowd) = (systems, new Crowd(systems));
        await play();
    });

    /// <summary>Headquarters approves, and the lead cannot be written: the issue is open.</summary>
    public async Task FailMirrorAsync()
    {
        await _crowd.SubmitAsync((Unheard.ApprovedInHeadquarters, 1));
        await WaitAsync(TimeSpan.FromMinutes(3));
        _gateway.Add(CrashFaults.Always(FaultKind.FailBefore, $"PATCH {Gateway}/leads*"));
        await _crowd.ActAsync();
        await UntilAsync(issue => (int)issue["b2b_status"]! == Open);
        await WaitAsync(TimeSpan.FromMinutes(3));
        Assert.False(await IsMirroredAsync());
    }

    /// <summary>Calls of this kind fail until somebody mends it.</summary>
    public void Fail(Func<FaultRequest, bool> which)
    {
        _hit = false;
        _gateway.Script = request =>
        {
            if (!which(request))
            {
                return null;
            }

            _hit = true;
            return new FaultRule { Kind = FaultKind.FailBefore };
        };
    }

    public void Mend() => _gateway.Clear();

    public Task WaitAsync(TimeSpan wait) => _time.WaitAsync(wait);

    /// <summary>Until such a call has failed; it is repeated some seconds later.</summary>
    public async Task UntilHitAsync()
    {
        for (var seconds = 0; !_hit; seconds++)
        {
            Assert.True(seconds < 600, "The call that was to fail was not made.");
            await WaitAsync(Second);
        }
    }

    public async Task UntilAsync(Func<JsonObject, bool> holds)
    {
        for (var seconds = 0; await IssuesAsync() is not [var issue] || !holds(issue); seconds++)
        {
            Assert.True(seconds < 600, "The issue did not come to be so.");
            await WaitAsync(Second);
        }
    }

    public async Task<JsonObject> IssueAsync() => Assert.Single(await IssuesAsync());

    public async Task RetryAsync() =>
        await _systems.Sales.PatchAsync($"{Api}{Issues}{(string)(await IssueAsync())["b2b_syncissueid"]!})", new JsonObject { ["b2b_status"] = Retry }, CancellationToken.None);

    /// <summary>What the last step of a failing run writes.</summary>
    public Task FailAgainAsync(string reason) => _systems.Sales.PatchAsync(
        $"{Api}{Issues}b2b_legalentity='{Member.LegalEntity}',b2b_prospectid='{Member.ProspectId}',b2b_step='mirror-decision')",
        new JsonObject { ["b2b_reason"] = reason, ["b2b_status"] = Open },
        CancellationToken.None);

    public async Task<bool> IsMirroredAsync()
    {
        var lead = await _systems.Sales.GetAsync($"{Api}/leads({Member.LeadId})?$select=b2b_prospectstatus", CancellationToken.None);
        return (int)lead["b2b_prospectstatus"]! == 726000001;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private CrowdMember Member => _crowd.Members[0];

    private Task<IReadOnlyList<JsonObject>> IssuesAsync() =>
        _systems.Sales.ListAsync($"{Api}/b2b_syncissues?$select=b2b_syncissueid,b2b_status,b2b_attempts,b2b_reason", CancellationToken.None);

    private static bool IsIssue(FaultRequest request, string method) =>
        request.Method == method && Uri.UnescapeDataString(Uri.UnescapeDataString(request.Path)).Contains(Issues, StringComparison.OrdinalIgnoreCase);

    private static bool IsByKey(FaultRequest request) => request.Path.Contains("b2b_step", StringComparison.OrdinalIgnoreCase);
}
