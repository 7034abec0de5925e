using System.Xml;
using B2BConnector.Emulation.Faults;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Faults;

/// <summary>
/// The switches for callbacks over HTTP:
/// <c>{"kind":"Double","entity":"lead","message":"Update","contains":"000123","times":1,"skip":0,"delay":"PT20S"}</c>; kind is required.
/// </summary>
internal static class CallbackFaultEndpoint
{
    public static RequestDelegate Of(DataverseOptions options) =>
        new SwitchEndpoint<CallbackFaultKind, CallbackFault, CallbackInfo>(options.CallbackFaults, options.Name, options.AllowFaults, Read, Write).HandleAsync;

    private static CallbackFault Read(JObject body)
    {
        var reader = new RuleReader(body);
        var rule = new CallbackFault
        {
            Kind = reader.Kind<CallbackFaultKind>("kind"),
            Entity = reader.Text("entity"),
            Message = reader.Text("message"),
            Contains = reader.Text("contains"),
            Times = reader.Count("times", 1),
            Skip = reader.Count("skip", 0),
            Delay = reader.Duration("delay"),
        };
        reader.RequireSense(rule.Problems());
        return rule;
    }

    private static JObject Write(CallbackFault rule) => new()
    {
        ["kind"] = rule.Kind.ToString(),
        ["entity"] = rule.Entity,
        ["message"] = rule.Message,
        ["contains"] = rule.Contains,
        ["times"] = rule.Times,
        ["skip"] = rule.Skip,
        ["delay"] = rule.Delay is { } delay ? XmlConvert.ToString(delay) : null,
    };
}
