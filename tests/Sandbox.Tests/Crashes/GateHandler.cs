namespace B2BConnector.Sandbox.Tests.Crashes;

/// <summary>Outgoing calls of a process that may die before and after each of them.</summary>
/// <param name="gate">Where it dies.</param>
/// <param name="nameOf">Name of the step that calls.</param>
internal sealed class GateHandler(CrashGate gate, Func<HttpRequestMessage, string> nameOf) : DelegatingHandler
{
    /// <summary>Calls of the engine say in their headers which action or trigger makes them.</summary>
    public static string NameOfAction(HttpRequestMessage request) =>
        $"{Header(request, "x-ms-workflow-name")}/{Header(request, "x-ms-workflow-operation-name")} {request.Method}";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var name = nameOf(request);
        if (!gate.Pass("before call of " + name))
        {
            throw Dead();
        }

        var answer = await base.SendAsync(request, cancellationToken);
        if (!gate.Pass("after call of " + name))
        {
            answer.Dispose();
            throw Dead();
        }

        return answer;
    }

    private static string Header(HttpRequestMessage request, string name) => request.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : "";

    private static OperationCanceledException Dead() => new("The process is dead.");
}
