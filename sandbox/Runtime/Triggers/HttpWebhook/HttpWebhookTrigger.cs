using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Runtime.Outbound;
using B2BConnector.Runtime.Triggers.Subscribing;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Triggers.HttpWebhook;

/// <summary>Subscribes with one call and ends the subscription with another, both as the workflow writes them.</summary>
/// <remarks>https://learn.microsoft.com/azure/connectors/connectors-native-webhook: listCallbackUrl() is known in subscribe only.</remarks>
[TriggerType("HttpWebhook", Missing = "sign-in by certificate or ActiveDirectoryOAuth")]
public sealed class HttpWebhookTrigger : SubscribingTrigger
{
    private HttpCall subscribe = null!;
    private HttpCall? unsubscribe;
    private JToken? credentials;

    private protected override Template ReadInputs(TriggerReader reader, ObjectReader inputs)
    {
        var first = inputs.NeedObject("subscribe");
        reader.Definition.Retry = RetryPolicyReader.Read(first, RetryPolicy.Default);
        subscribe = HttpCall.Read(first, reader.Project);
        first.Finish();
        if (inputs.Object("unsubscribe") is { } last)
        {
            unsubscribe = HttpCall.Read(last, reader.Project);
            credentials = last.Json["authentication"];
            last.Finish();
            foreach (var call in unsubscribe.Inputs.Calls.Where(call => call.Function == "listCallbackUrl"))
            {
                last.Report(RuntimeProblems.CallbackInUnsubscribe(call.Path, call.Span));
            }
        }

        return subscribe.Inputs;
    }

    private protected override Task<HttpAnswer> SendAsync(TriggerHost host, JToken evaluated, CancellationToken cancellation)
    {
        if (HttpCall.AddressOf(evaluated) is not { } address)
        {
            return Task.FromResult(new HttpAnswer(ActionResult.ErrorOf("InvalidUri", $"The provided uri '{evaluated["uri"]}' is not a valid http or https address.")));
        }

        var request = RequestBuilder.Build(evaluated["method"]!.ToString(), address, evaluated);
        host.Identity().Apply(request, host.Services.Contents.Location);
        return HttpCall.SendAsync(host.Services, request, subscribe.Credentials(host.Context()), cancellation);
    }

    // The call as it was when it subscribed: the definition may be another one, or gone, when it ends. Credentials stay expressions: a store is no place for keys.
    private protected override JObject EndOf(TriggerHost host, JToken evaluated, HttpAnswer answer)
    {
        var end = new JObject();
        if (unsubscribe is not null)
        {
            end["unsubscribe"] = unsubscribe.Inputs.Evaluate(host.Context());
            end["authentication"] = credentials?.DeepClone();
        }

        return end;
    }
}
