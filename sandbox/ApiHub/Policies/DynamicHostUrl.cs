namespace B2BConnector.ApiHub.Policies;

/// <summary>Sets the API's address from the connection. Inferred: it replaces host and base path of the contract together.</summary>
[PolicyTemplate("dynamichosturl")]
internal sealed class DynamicHostUrl(PolicySettings settings) : Policy(settings)
{
    private readonly PolicyExpression _template = settings.Expression("urlTemplate");

    public override void OnRequest(OutgoingCall call)
    {
        var url = _template.Evaluate(call);
        if (Uri.TryCreate(url, UriKind.Absolute, out var host) && (host.Scheme == Uri.UriSchemeHttp || host.Scheme == Uri.UriSchemeHttps))
        {
            call.Host = host;
        }
        else
        {
            // Never the contract's own host instead: the key would go to a place nobody chose.
            call.Fault = $"The policy dynamichosturl gives '{url}', which is no address.";
        }
    }
}
