using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Runtime.Outbound;
using B2BConnector.Runtime.Triggers.Subscribing;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Actions.Webhooks;

/// <summary>
/// Subscribes, and goes on when the service calls back, however long that takes and whatever restarts in between. A subscription that is not needed
/// any more (time-out, cancelled run) is ended.
/// </summary>
public abstract class WebhookAction : IAction
{
    /// <inheritdoc/>
    public void Read(ActionReader reader)
    {
        var inputs = reader.Inputs();
        ReadInputs(reader, inputs);
        reader.Retry(inputs);
        reader.Timeout();
        inputs.Finish();
    }

    /// <inheritdoc/>
    public async Task<ActionResult> ExecuteAsync(ActionContext context, CancellationToken cancellation)
    {
        var services = context.Run.Services;
        using var waiting = services.Waiting.Add(context);
        if (context.State is null)
        {
            var (answer, end) = await SubscribeAsync(context, services.Callbacks.Action(context.Run.Record.Id, context.Definition.Name, context.Path.Key), cancellation);
            if (answer.Status is < 200 or >= 300 && context.State is null)
            {
                return answer.ToResult(context.Now);
            }

            await waiting.SaveAsync("end", end);
        }

        try
        {
            await waiting.AnsweredAsync(cancellation);
        }
        catch (OperationCanceledException) when (!services.Stopping.IsCancellationRequested)
        {
            await Subscription.EndAsync(services, context.Run.Definition, context.Definition.Name, (JObject)context.State!["end"]!, services.Stopping);
            throw;
        }

        return ActionResult.Success((JObject)context.State!["answer"]!);
    }

    /// <summary>Reads what is sent.</summary>
    private protected abstract void ReadInputs(ActionReader reader, ObjectReader inputs);

    /// <summary>Subscribes; gives what ends the subscription, too.</summary>
    private protected abstract Task<(HttpAnswer Answer, JObject End)> SubscribeAsync(ActionContext context, string callback, CancellationToken cancellation);
}
