using Newtonsoft.Json.Linq;

namespace B2BConnector.ApiHub.Policies;

/// <summary>Makes the link to the next page of a list lead through the gateway.</summary>
[PolicyTemplate("updatenextlink")]
internal sealed class UpdateNextLink(PolicySettings settings) : Policy(settings)
{
    private readonly string _property = settings.Text("nextLinkPropertyName");

    public override bool ChangesBody => true;

    // A compressed body could not be read.
    public override void OnRequest(OutgoingCall call) => call.Headers["Accept-Encoding"] = null;

    public override void OnBody(OutgoingCall call, JToken body, ApiHubOptions options)
    {
        if (body is JObject page && page[_property] is JValue { Value: string { Length: > 0 } link })
        {
            page[_property] = Address.ThroughGateway(options, call, link);
        }
    }
}
