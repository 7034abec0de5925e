using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Runtime.Storage;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Triggers;

/// <summary>Calls of trigger addresses, from outside or from a Workflow action.</summary>
internal sealed class TriggerInvoker(EngineServices services)
{
    private const string TrackingHeader = "x-ms-client-tracking-id";
    private static readonly string[] SignatureQueries = ["api-version", "sp", "sv", "sig", "code"];

    public async Task<TriggerResponse> InvokeAsync(string workflow, string trigger, TriggerRequest request, CancellationToken cancellation)
    {
        if (Find(workflow, trigger) is not { } host)
        {
            return TriggerAnswers.NotFound(workflow, trigger);
        }

        if (TriggerOutputs.Of(host.Trigger, request, SignatureQueries, out var refused) is not { } outputs)
        {
            return refused!;
        }

        if (host.Trigger.MaximumRuns is not null && services.Runs.WaitingOf(host.Workflow) >= host.Trigger.MaximumWaitingRuns)
        {
            return TriggerAnswers.TooManyWaiting(host.Workflow.Name);
        }

        var started = await StartAsync(host, outputs, request);
        if (started.Answer is { } answer)
        {
            return await WaitAsync(started.Run!, answer, cancellation);
        }

        await LingerAsync(started.End, cancellation);
        return started.Response!;
    }

    /// <summary>What the status address of a run answers: 202 until its Response is given. Null: there is no such run with such an address.</summary>
    public TriggerResponse? AnswerOf(string run) => services.Store.FindRun(run) is { } record && Find(record) is { AnswersLater: true } workflow
        ? record switch
        {
            { Response: { } response } => TriggerAnswers.Response(workflow, record, response),
            { IsFinished: true } => TriggerAnswers.NoResponse(workflow, record),
            _ => Accepted(workflow, record),
        }
        : null;

    private TriggerResponse Accepted(WorkflowDefinition workflow, RunRecord? run) =>
        TriggerAnswers.Accepted(workflow, run, workflow.AnswersLater && run is not null ? StatusAddress.Of(services, workflow, run) : null);

    private WorkflowDefinition? Find(RunRecord run) => services.Project.Workflows.GetValueOrDefault(run.Workflow);

    private async Task<Started> StartAsync(TriggerHost host, JObject outputs, TriggerRequest request)
    {
        Task<JObject?>? answer = null;
        var waits = host.Workflow is { HasResponse: true, AnswersLater: false } && host.Trigger.SplitOn is null;
        var tracking = request.Headers.FirstOrDefault(header => header.Key.Equals(TrackingHeader, StringComparison.OrdinalIgnoreCase)).Value;
        services.Activity.Enter();
        try
        {
            var runs = await host.StartAsync(
                new TriggerEvent(outputs) { ClientTrackingId = tracking },
                run => answer = waits ? run.Answer.WaitAsCaller() : null);
            var first = runs.Count == 1 ? runs[0] : null;
            return answer is null || first is null
                ? new Started(Accepted(host.Workflow, first?.Record), End: host.Workflow.AnswersLater ? null : EndOf(first))
                : new Started(Run: first, Answer: answer);
        }
        catch (TriggerFailedException exception)
        {
            return new Started(TriggerAnswers.Error(400, exception.Error));
        }
        finally
        {
            services.Activity.Exit();
        }
    }

    /// <summary>The end of a run that nobody waits for, as long as patience lasts; null: it is not waited for.</summary>
    private Task? EndOf(LiveRun? run) => run is null || services.Options.AcceptPatience == TimeSpan.Zero
        ? null
        : run.Completion.WaitAsync(services.Options.AcceptPatience, services.Options.Time, services.Stopping);

    private static async Task LingerAsync(Task? end, CancellationToken cancellation)
    {
        try
        {
            await (end ?? Task.CompletedTask).WaitAsync(cancellation);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            // The run takes longer, or the engine stops: the caller has its 202 all the same.
        }
    }

    private TriggerHost? Find(string workflow, string trigger) =>
        services.Project.Workflows.TryGetValue(workflow, out var found)
        && found.Trigger.Name.Equals(trigger, StringComparison.OrdinalIgnoreCase)
        && found.Trigger.Behaviour.IsCallable
            ? new TriggerHost(services, found)
            : null;

    private async Task<TriggerResponse> WaitAsync(LiveRun run, Task<JObject?> answer, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(services.Options.ResponseTimeout, services.Options.Time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token, services.Stopping);
        try
        {
            return Answer(run, await answer.WaitAsync(linked.Token));
        }
        catch (OperationCanceledException)
        {
            if (!run.Answer.CallerLeaves())
            {
                // The answer came in the same moment.
                return Answer(run, await answer);
            }

            cancellation.ThrowIfCancellationRequested();
            return services.Stopping.IsCancellationRequested
                ? TriggerAnswers.Stopping(run.Definition, run.Record)
                : TriggerAnswers.TimedOut(run.Definition, run.Record);
        }
    }

    // Whoever gave the answer counted this caller as busy.
    private TriggerResponse Answer(LiveRun run, JObject? response)
    {
        services.Activity.Exit();
        return response is null ? TriggerAnswers.NoResponse(run.Definition, run.Record) : TriggerAnswers.Response(run.Definition, run.Record, response);
    }

    /// <summary>What a call started: an answer, or a run whose answer is waited for.</summary>
    private sealed record Started(TriggerResponse? Response = null, LiveRun? Run = null, Task<JObject?>? Answer = null, Task? End = null);
}
