using Microsoft.AspNetCore.Http;

namespace B2BConnector.ApiHub.Policies;

/// <summary>Sets a header of the request, of every answer, or of answers that are errors.</summary>
[PolicyTemplate("setheader")]
internal sealed class SetHeader(PolicySettings settings) : Policy(settings)
{
    private readonly string _name = settings.Text("name");
    private readonly PolicyExpression _value = settings.Expression("value");
    private readonly string _exists = settings.ExistsAction;
    private readonly string _section = settings.Section;

    public override void OnRequest(OutgoingCall call)
    {
        if (_section == "Request")
        {
            var existing = call.Headers.TryGetValue(_name, out var set) ? set : call.Incoming.Request.Headers[_name].ToString() is { Length: > 0 } sent ? sent : null;
            if (Combine(existing, _value.Evaluate(call)) is { } value)
            {
                call.Headers[_name] = value;
            }
        }
    }

    public override void OnResponse(OutgoingCall call, HttpResponse response)
    {
        if ((_section == "Response" || (_section == "Failure" && response.StatusCode >= 400))
            && Combine(response.Headers[_name].ToString() is { Length: > 0 } existing ? existing : null, _value.Evaluate(call)) is { } value)
        {
            response.Headers[_name] = value;
        }
    }

    private string? Combine(string? existing, string value) =>
        existing is null || _exists == "override" ? value : _exists == "skip" ? null : $"{existing},{value}";
}
