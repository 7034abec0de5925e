using B2BConnector.Runtime.Scripts;
using Microsoft.Azure.Workflows.Scripting;
using Microsoft.Extensions.Logging.Abstractions;

namespace B2BConnector.Runtime.Tests.Scripts;

public sealed class ScriptLimitTests : IDisposable
{
    private readonly ScriptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_LongerThanTenMinutes_FailsAndCancelsTheScript()
    {
        var time = new HandClock();
        var entered = new TaskCompletionSource<WorkflowOperationResult>();
        var scripts = new CSharpScripts(NullLoggerFactory.Instance, time);
        _folder.Write("a.csx", """
            using System.Threading; using Microsoft.Azure.Workflows.Scripting;
            public static async Task Run(WorkflowContext c, CancellationToken t) { var never = new TaskCompletionSource<int>(); t.Register(() => never.SetCanceled()); await c.GetTriggerResults(); await never.Task; }
            """);
        var context = new WorkflowContext(
            () => { entered.SetResult(new WorkflowOperationResult()); return entered.Task; },
            _ => Task.FromResult<WorkflowOperationResult?>(null));

        var running = scripts.RunAsync(_folder.Workflow, "a.csx", context, default);
        await entered.Task;
        await time.AdvanceAsync(TimeSpan.FromMinutes(10));

        Assert.Contains("did not complete within the limit of 10 minutes", (await running).Error, StringComparison.Ordinal);
    }
}
