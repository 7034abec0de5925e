using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Storage;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Triggers.Recurrence;

/// <summary>Starts a run at each time of a schedule. The next time is stored with the run, so a restart neither doubles nor loses one.</summary>
[TriggerType("Recurrence", Missing = "schedules with days of the month")]
public sealed class RecurrenceTrigger : ITrigger
{
    private RecurrenceSchedule schedule = null!;
    private bool single;

    /// <inheritdoc/>
    public bool IsCallable => false;

    /// <inheritdoc/>
    public void Read(TriggerReader reader)
    {
        schedule = RecurrenceReader.Read(reader);
        single = reader.Options("SingleInstance").Contains("SingleInstance");
        if (single && reader.Definition.MaximumRuns is not null)
        {
            reader.Report(RuntimeProblems.BadValue(reader.Json.PathOf("operationOptions"), "operationOptions", "SingleInstance", "either SingleInstance or concurrency.runs, not both"));
        }
    }

    /// <inheritdoc/>
    public async Task RunAsync(TriggerHost host, CancellationToken cancellation)
    {
        var due = host.State?["due"] is { } stored ? JsonText.Time(stored) : schedule.First(host.Now);
        while (true)
        {
            await host.DelayUntilAsync(due, cancellation);
            var next = schedule.Next(due, host.Now);
            await StartAsync(host, due, new JObject { ["due"] = JsonText.Time(next) }, cancellation);
            due = next;
        }
    }

    /// <inheritdoc/>
    public Task FireAsync(TriggerHost host, CancellationToken cancellation) => StartAsync(host, host.Now, null, cancellation);

    private async Task StartAsync(TriggerHost host, DateTimeOffset scheduled, JObject? state, CancellationToken cancellation)
    {
        if (single && host.Services.Runs.CountOf(host.Workflow.Name) > 0)
        {
            await host.NoteAsync(ActionStatus.Skipped, "SingleInstance", host.Now, state: state);
            return;
        }

        try
        {
            await host.FireAsync(new TriggerEvent([]) { State = state, Scheduled = scheduled }, cancellation);
        }
        catch (TriggerFailedException) when (state is not null)
        {
            await host.SaveStateAsync(state);
        }
    }
}
