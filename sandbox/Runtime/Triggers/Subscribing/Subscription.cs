using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Runtime.Outbound;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Triggers.Subscribing;

/// <summary>Ends a stored subscription: DELETE on its Location (Inferred: verb and absolute address), or the call that an HttpWebhook trigger names.</summary>
internal static class Subscription
{
    /// <summary>What is stored to end a subscription through a connection.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <param name="address">Where it was made, to which a relative Location belongs.</param>
    /// <param name="answer">What the service said.</param>
    public static JObject EndAt(string connection, Uri address, HttpAnswer answer)
    {
        var end = new JObject { ["connection"] = connection };
        if (answer.Header("Location") is { } location)
        {
            end["location"] = new Uri(address, location).AbsoluteUri;
        }

        return end;
    }

    public static async Task EndAsync(EngineServices services, WorkflowDefinition workflow, string trigger, JObject state, CancellationToken cancellation)
    {
        var id = services.NewId();
        var identity = new CallIdentity(workflow, trigger, null, id, id, id);
        var answer = (state["location"], state["unsubscribe"]) switch
        {
            ({ } location, _) => await ConnectionCall.SendAsync(
                services, services.Contents.Connections.GetValueOrDefault((string?)state["connection"] ?? ""), identity, "DELETE", new Uri((string)location!), new JObject(), cancellation),
            (_, JObject call) when HttpCall.AddressOf(call) is { } address => await CallAsync(services, identity, address, call, state["authentication"] as JObject, cancellation),
            _ => null,
        };
        if (answer is not null and { Status: < 200 or >= 300 and not 404 })
        {
            EngineLog.TriggerFailed(services.Log, workflow.Name, trigger, answer.Code);
        }
    }

    private static async Task<HttpAnswer> CallAsync(EngineServices services, CallIdentity identity, Uri address, JObject call, JObject? authentication, CancellationToken cancellation)
    {
        JToken? credentials;
        try
        {
            var context = new TriggerEvaluation(services, identity.Workflow, null, null);
            credentials = authentication is null ? null : Template.Compile(authentication, "authentication", []).Evaluate(context);
        }
        catch (WdlException exception)
        {
            // What the credentials named is gone from the parameters: the service must end the subscription by itself.
            return new HttpAnswer(ActionResult.ErrorOf(exception.Code, exception.Message));
        }

        var request = RequestBuilder.Build(call["method"]!.ToString(), address, call);
        identity.Apply(request, services.Contents.Location);
        return await HttpCall.SendAsync(services, request, credentials, cancellation);
    }
}
