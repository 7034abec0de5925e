using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulation.Faults;

/// <summary>GET shows the switches of a board and what they did, POST adds one, DELETE takes all out, the script too.</summary>
/// <param name="switches">The board.</param>
/// <param name="system">Named when it refuses.</param>
/// <param name="allowed">False: POST and DELETE are refused.</param>
/// <param name="read">Makes a rule of a body.</param>
/// <param name="write">Makes a body of a rule.</param>
public sealed class SwitchEndpoint<TKind, TRule, TSubject>(
    Switchboard<TKind, TRule, TSubject> switches, string system, bool allowed, Func<JObject, TRule> read, Func<TRule, JObject> write)
    where TKind : struct, Enum
    where TRule : class, IFaultRule<TKind, TSubject>
{
    /// <exception cref="EmulatorFault">400: the rule makes no sense; 403: not in this environment; 405.</exception>
    public async Task HandleAsync(HttpContext context)
    {
        if (!allowed)
        {
            throw FaultPolicy.Refusal(system);
        }

        switch (context.Request.Method)
        {
            case "GET":
                await SandboxJson.WriteAsync(context, 200, Describe());
                break;
            case "POST":
                switches.Add(read(await SandboxJson.ReadAsync(context)));
                await SandboxJson.WriteAsync(context, 201, Describe());
                break;
            case "DELETE":
                switches.Clear();
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            default:
                throw new EmulatorFault(405, "SBX0405", "Fault switches take GET, POST and DELETE.");
        }
    }

    private JObject Describe() => new()
    {
        ["value"] = new JArray(switches.Rules.Select(state =>
        {
            var rule = write(state.Rule);
            (rule["matched"], rule["hits"]) = (state.Matched, state.Hits);
            return rule;
        })),
        ["script"] = switches.Script is not null,
        ["injected"] = new JObject(switches.Injected.Select(injected => new JProperty(injected.Key.ToString(), injected.Value))),
    };
}
