using B2BConnector.Emulation.Faults;
using B2BConnector.Host;

namespace B2BConnector.Workflows.Tests.Calls;

/// <summary>Counts the calls that actions make, and all that reach Dataverse for the Logic App, its functions' too. Polls and registrations of triggers do not count.</summary>
internal sealed class CallCounter
{
    private readonly Lock _gate = new();
    private readonly List<string> _actions = [];
    private int _dataverse;

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

    public int DataverseCalls
    {
        get
        {
            lock (_gate)
            {
                return _dataverse;
            }
        }
    }

    /// <summary>Counts from here on.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _actions.Clear();
            _dataverse = 0;
        }
    }

    public void Install(SandboxHooks hooks)
    {
        hooks.RuntimeHttp = () => new Handler(this) { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = true } };
        hooks.Dataverse += options => options.Faults = new FaultSwitches { Script = AtDataverse };
    }

    private FaultRule? AtDataverse(FaultRequest request)
    {
        if (request.Caller == "sandbox-logicapp" && !request.Path.Contains("callbackregistrations", StringComparison.Ordinal))
        {
            lock (_gate)
            {
                _dataverse++;
            }
        }

        return null;
    }

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
