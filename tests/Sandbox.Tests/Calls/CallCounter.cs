using System.Text.Json.Nodes;
using B2BConnector.Host;
using B2BConnector.Sandbox.Tests.Modes;

namespace B2BConnector.Sandbox.Tests.Calls;

/// <summary>Lists the calls that actions make, and all that reach Dataverse for the Logic App, its functions' too. Polls and registrations of triggers do not count.</summary>
internal sealed class CallCounter
{
    private readonly Lock _gate = new();
    private readonly List<string> _actions = [];
    private long _seen;

    /// <summary>The actions that called, by name, each as often as it did.</summary>
    public IReadOnlyList<string> Actions
    {
        get
        {
            lock (_gate)
            {
                return [.. _actions.Order(StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>Counts from here on.</summary>
    public async Task ForgetAsync(ModeSandbox sandbox)
    {
        _seen = (await RequestsAsync(sandbox)).Select(request => (long)request["number"]!).DefaultIfEmpty().Max();
        lock (_gate)
        {
            _actions.Clear();
        }
    }

    /// <summary>What Dataverse took the calls of the Logic App for, one by one, in their order.</summary>
    public async Task<IReadOnlyList<string>> DataverseCallsAsync(ModeSandbox sandbox) =>
    [
        .. (await RequestsAsync(sandbox))
            .Where(request => (long)request["number"]! > _seen && (string?)request["caller"] == "sandbox-logicapp")
            .Where(request => !((string)request["path"]!).Contains("callbackregistrations", StringComparison.Ordinal))
            .Select(request => (string?)request["operation"] ?? "unknown"),
    ];

    public void Install(SandboxHooks hooks)
    {
        hooks.RuntimeHttp = () => new Handler(this) { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = true } };
        hooks.Dataverse += options => options.TraceCapacity = 100_000;
    }

    private static async Task<IReadOnlyList<JsonObject>> RequestsAsync(ModeSandbox sandbox) =>
        [.. (await sandbox.Systems.Sales.GetAsync("/_sandbox/requests", CancellationToken.None))["value"]!.AsArray().Select(request => request!.AsObject())];

    private void Count(HttpRequestMessage request)
    {
        if (!request.Headers.Contains("x-ms-workflow-run-id"))
        {
            return;
        }

        var action = $"{Header(request, "x-ms-workflow-name")}: {Header(request, "x-ms-workflow-operation-name")}";
        lock (_gate)
        {
            _actions.Add(action);
        }
    }

    private static string Header(HttpRequestMessage request, string name) => string.Join(',', request.Headers.GetValues(name));

    private sealed class Handler(CallCounter counter) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            counter.Count(request);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
