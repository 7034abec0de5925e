using System.Security.Cryptography;
using System.Text;
using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Runtime.Outbound;
using B2BConnector.Runtime.Storage;
using B2BConnector.Runtime.Triggers.Polling;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Triggers.Subscribing;

/// <summary>
/// Subscribes once at a service and is called back. What was subscribed is stored as a hash of the evaluated inputs without the
/// signature, so that a restart does not subscribe twice; other inputs end the old subscription.
/// </summary>
public abstract class SubscribingTrigger : ITrigger
{
    /// <summary>Wait before a refused subscription is tried again (Inferred).</summary>
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    private Template subscription = null!;

    /// <inheritdoc/>
    public bool IsCallable => true;

    /// <inheritdoc/>
    public void Read(TriggerReader reader)
    {
        var read = reader.Json.NeedObject("inputs");
        subscription = ReadInputs(reader, read);
        read.Finish();
    }

    /// <inheritdoc/>
    public async Task RunAsync(TriggerHost host, CancellationToken cancellation)
    {
        while (!await SubscribeAsync(host, cancellation))
        {
            host.SetReady();
            await host.DelayUntilAsync(host.Now + Again, cancellation);
        }
    }

    /// <inheritdoc/>
    public Task FireAsync(TriggerHost host, CancellationToken cancellation) =>
        host.FireAsync(new TriggerEvent(new JObject { ["headers"] = new JObject() }), cancellation);

    /// <returns>What is sent to subscribe.</returns>
    private protected abstract Template ReadInputs(TriggerReader reader, ObjectReader inputs);

    /// <summary>What is sent, for types where the platform itself writes the address to call into it.</summary>
    private protected virtual JToken Complete(JToken evaluated, string callback) => evaluated;

    /// <summary>Subscribes.</summary>
    private protected abstract Task<HttpAnswer> SendAsync(TriggerHost host, JToken evaluated, CancellationToken cancellation);

    /// <summary>What <see cref="Subscription"/> needs to end the subscription.</summary>
    private protected abstract JObject EndOf(TriggerHost host, JToken evaluated, HttpAnswer answer);

    private async Task<bool> SubscribeAsync(TriggerHost host, CancellationToken cancellation)
    {
        var started = host.Now;
        JToken evaluated;
        string hash;
        try
        {
            var callbacks = host.Services.Callbacks;
            evaluated = Evaluate(host, callbacks.Trigger(host.Workflow.Name, host.Trigger.Name));
            hash = Hash(Evaluate(host, callbacks.TriggerBase(host.Workflow.Name, host.Trigger.Name)));
        }
        catch (WdlException exception)
        {
            await host.NoteAsync(ActionStatus.Failed, "BadRequest", started, error: ActionResult.ErrorOf(exception.Code, AzureMessages.TriggerFailed(host.Trigger.Name, exception.Message)));
            return false;
        }

        var state = host.State;
        if ((string?)state?["hash"] == hash)
        {
            return true;
        }

        if (state is not null)
        {
            await Subscription.EndAsync(host.Services, host.Workflow, host.Trigger.Name, state, cancellation);
        }

        var answer = await PollRetry.RunAsync(host, () => SendAsync(host, evaluated, cancellation), cancellation);
        if (answer.Status is < 200 or >= 300)
        {
            EngineLog.TriggerFailed(host.Services.Log, host.Workflow.Name, host.Trigger.Name, answer.Code);
            await host.NoteAsync(ActionStatus.Failed, answer.Code, started, null, answer.Error is null ? answer.Outputs() : null, answer.Error);
            return false;
        }

        var subscribed = EndOf(host, evaluated, answer);
        subscribed["hash"] = hash;
        await host.SaveStateAsync(subscribed);
        return true;
    }

    private JToken Evaluate(TriggerHost host, string callback) => Complete(subscription.Evaluate(host.Context(callback: () => callback)), callback);

    private static string Hash(JToken value) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonText.Write(value))));
}
