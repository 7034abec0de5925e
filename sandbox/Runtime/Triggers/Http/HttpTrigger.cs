using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Outbound;
using B2BConnector.Runtime.Triggers.Polling;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Triggers.Http;

/// <summary>Asks any address for news.</summary>
[TriggerType("Http", Missing = "sign-in by certificate or ActiveDirectoryOAuth")]
public sealed class HttpTrigger : PollingTrigger
{
    private HttpCall call = null!;

    private protected override Template ReadInputs(TriggerReader reader, ObjectReader inputs)
    {
        call = HttpCall.Read(inputs, reader.Project);
        return call.Inputs;
    }

    private protected override Uri? AddressOf(TriggerHost host, JToken evaluated) => HttpCall.AddressOf(evaluated);

    private protected override Task<HttpAnswer> SendAsync(TriggerHost host, Uri? cursor, JToken evaluated, CancellationToken cancellation)
    {
        var first = HttpCall.AddressOf(evaluated)!;
        var request = RequestBuilder.Build(evaluated["method"]!.ToString(), cursor ?? first, cursor is null ? evaluated : HttpCall.WithoutQueries(evaluated));
        host.Identity().Apply(request, host.Services.Contents.Location);

        // Credentials belong to whoever the workflow names: an address elsewhere must not get them.
        var credentials = cursor is null || cursor.Authority == first.Authority ? call.Credentials(host.Context()) : null;
        return HttpCall.SendAsync(host.Services, request, credentials, cancellation);
    }

    private protected override JObject OutputsOf(HttpAnswer answer) => answer.Outputs();
}
