using B2BConnector.Dataverse.Faults;
using B2BConnector.Emulation.Faults;
using B2BConnector.Host;

namespace B2BConnector.Sandbox.Tests.Reconcile;

/// <summary>
/// Nothing is heard: every callback is dropped and every poll of a connector trigger fails. Writes down what the workflows ask of the connector
/// and of Dataverse, and when.
/// </summary>
internal sealed class CallBook(TimeProvider time)
{
    private const string Connector = "/apim/b2bconnector/local";
    private readonly Lock _gate = new();
    private readonly List<(DateTimeOffset At, string Call)> _connector = [];
    private readonly List<(DateTimeOffset At, string Call)> _dataverse = [];

    /// <summary>Off in a test that wants the events, too.</summary>
    public bool DropsEvents { get; init; } = true;

    public IReadOnlyList<(DateTimeOffset At, string Call)> ConnectorCalls => Copy(_connector);

    /// <summary>Calls of the Logic App: of its connection and of its functions.</summary>
    public IReadOnlyList<(DateTimeOffset At, string Call)> DataverseCalls => Copy(_dataverse);

    /// <summary>Most calls of the connector within any minute.</summary>
    public int BusiestMinute
    {
        get
        {
            var calls = ConnectorCalls;
            return calls.Count == 0 ? 0 : calls.Max(first => calls.Count(call => call.At >= first.At && call.At < first.At.AddMinutes(1)));
        }
    }

    public void Install(SandboxHooks hooks)
    {
        hooks.Gateway = options => options.Faults = new FaultSwitches { Script = AtGateway };
        hooks.Dataverse = options =>
        {
            options.Faults = new FaultSwitches { Script = AtDataverse };
            if (DropsEvents)
            {
                options.CallbackFaults = new CallbackFaultSwitches { Script = _ => new CallbackFault { Kind = CallbackFaultKind.Drop } };
            }
        };
    }

    public void Forget()
    {
        lock (_gate)
        {
            _connector.Clear();
            _dataverse.Clear();
        }
    }

    private FaultRule? AtGateway(FaultRequest request)
    {
        if (!request.Path.StartsWith(Connector, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (request.Path.StartsWith($"{Connector}/triggers/", StringComparison.OrdinalIgnoreCase))
        {
            return DropsEvents ? new FaultRule { Kind = FaultKind.Unavailable } : null;
        }

        Write(_connector, $"{request.Method} {request.Path[Connector.Length..]}");
        return null;
    }

    private FaultRule? AtDataverse(FaultRequest request)
    {
        if (request.Caller == "sandbox-logicapp")
        {
            Write(_dataverse, $"{request.Method} {request.Path}");
        }

        return null;
    }

    private void Write(List<(DateTimeOffset, string)> book, string call)
    {
        lock (_gate)
        {
            book.Add((time.GetUtcNow(), call));
        }
    }

    private List<(DateTimeOffset At, string Call)> Copy(List<(DateTimeOffset, string)> book)
    {
        lock (_gate)
        {
            return [.. book];
        }
    }
}
