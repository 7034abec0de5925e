using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Runtime.Outbound;
using B2BConnector.Runtime.Storage;
using B2BConnector.Runtime.Triggers.Recurrence;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Triggers.Polling;

/// <summary>
/// Asks a service for news: 200 starts runs, 202 does not; Location is the cursor of the next question, Retry-After its time.
/// The cursor is committed in one transaction with the runs of the answer.
/// </summary>
public abstract class PollingTrigger : ITrigger
{
    private const int MaximumDrain = 1000;
    private readonly SemaphoreSlim one = new(1, 1);
    private RecurrenceSchedule schedule = null!;
    private bool single;

    /// <inheritdoc/>
    public bool IsCallable => false;

    private protected Template Inputs { get; private set; } = null!;

    /// <inheritdoc/>
    public void Read(TriggerReader reader)
    {
        schedule = RecurrenceReader.Read(reader);
        var read = reader.Json.NeedObject("inputs");
        reader.Definition.Retry = RetryPolicyReader.Read(read, RetryPolicy.Default);
        Inputs = ReadInputs(reader, read);
        read.Finish();
        single = reader.Options("SingleInstance").Contains("SingleInstance");
    }

    /// <inheritdoc/>
    public async Task RunAsync(TriggerHost host, CancellationToken cancellation)
    {
        var due = host.State?["due"] is { } stored ? JsonText.Time(stored) : schedule.First(host.Now);
        while (true)
        {
            await host.DelayUntilAsync(due, cancellation);
            due = await AskAsync(host, cancellation);
        }
    }

    /// <inheritdoc/>
    public async Task FireAsync(TriggerHost host, CancellationToken cancellation)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellation, host.Services.Stopping);
        host.Services.Activity.Enter();
        try
        {
            for (var i = 0; i < MaximumDrain && await AskAsync(host, linked.Token) <= host.Now; i++)
            {
                // Retry-After: 0 says that there is more.
            }
        }
        finally
        {
            host.Services.Activity.Exit();
        }
    }

    private protected abstract Template ReadInputs(TriggerReader reader, ObjectReader inputs);

    /// <summary>The address of the inputs, to which relative locations belong; null when it is none.</summary>
    private protected abstract Uri? AddressOf(TriggerHost host, JToken evaluated);

    /// <param name="host">The engine.</param>
    /// <param name="cursor">The address that the last answer gave; null = that of the inputs.</param>
    /// <param name="evaluated">The inputs.</param>
    /// <param name="cancellation">Ends the wait.</param>
    private protected abstract Task<HttpAnswer> SendAsync(TriggerHost host, Uri? cursor, JToken evaluated, CancellationToken cancellation);

    /// <summary>What triggerOutputs() gives.</summary>
    private protected abstract JObject OutputsOf(HttpAnswer answer);

    /// <summary>One question; gives the time of the next.</summary>
    private async Task<DateTimeOffset> AskAsync(TriggerHost host, CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            return await AskAloneAsync(host, cancellation);
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<DateTimeOffset> AskAloneAsync(TriggerHost host, CancellationToken cancellation)
    {
        var started = host.Now;
        var next = schedule.Next(started, started);
        if (single && host.Services.Runs.CountOf(host.Workflow.Name) > 0)
        {
            return next;
        }

        JToken evaluated;
        Uri address;
        try
        {
            evaluated = Inputs.Evaluate(host.Context());
            address = AddressOf(host, evaluated) ?? throw new WdlException($"The provided uri '{evaluated["uri"]}' is not a valid http or https address.");
        }
        catch (WdlException exception)
        {
            await FailAsync(host, started, "BadRequest", null, ActionResult.ErrorOf(exception.Code, AzureMessages.TriggerFailed(host.Trigger.Name, exception.Message)), null);
            return next;
        }

        var state = Cursor.Of(host.State, evaluated);
        var answer = await PollRetry.RunAsync(host, () => SendAsync(host, state.Address, evaluated, cancellation), cancellation);
        if (answer.RetryAfter(host.Now) is { } wait)
        {
            next = host.Now + wait;
        }

        var saved = state.Next(answer.Status is 200 or 202 ? answer.Header("Location") : null, address, next);
        if (answer.Status == 200)
        {
            await FireAsync(host, answer, evaluated, saved, cancellation);
        }
        else if (answer.Status == 202)
        {
            await host.NoteAsync(ActionStatus.Skipped, answer.Code, started, evaluated, state: saved);
        }
        else
        {
            await FailAsync(host, started, answer.Code, evaluated, answer.Error, saved, answer.Error is null ? answer.Outputs() : null);
        }

        return next;
    }

    private async Task FireAsync(TriggerHost host, HttpAnswer answer, JToken evaluated, JObject saved, CancellationToken cancellation)
    {
        try
        {
            await host.FireAsync(new TriggerEvent(OutputsOf(answer)) { Inputs = evaluated, State = saved, Code = answer.Code }, cancellation);
        }
        catch (TriggerFailedException exception)
        {
            // The cursor stays: the same news is asked for again, nothing is lost.
            EngineLog.TriggerFailed(host.Services.Log, host.Workflow.Name, host.Trigger.Name, (string)exception.Error["code"]!);
        }
    }

    private static Task FailAsync(TriggerHost host, DateTimeOffset started, string code, JToken? evaluated, JObject? error, JObject? state, JToken? outputs = null)
    {
        EngineLog.TriggerFailed(host.Services.Log, host.Workflow.Name, host.Trigger.Name, code);
        return host.NoteAsync(ActionStatus.Failed, code, started, evaluated, outputs, error, state);
    }
}
