using System.Xml;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulation.Faults;

/// <summary>
/// The switches over HTTP: <c>{"route":"PATCH /data/Prospects(*)","kind":"FailAfter","times":1,"skip":0,"contains":"000123","retryAfter":"PT5S","delay":"PT20S"}</c>;
/// route and kind are required.
/// </summary>
public static class FaultEndpoint
{
    /// <summary>Handles GET, POST and DELETE.</summary>
    public static RequestDelegate Of(FaultSwitches switches, string system, bool allowed) =>
        new SwitchEndpoint<FaultKind, FaultRule, FaultRequest>(switches, system, allowed, Read, Write).HandleAsync;

    private static FaultRule Read(JObject body)
    {
        var reader = new RuleReader(body);
        var rule = new FaultRule
        {
            Route = reader.RequiredText("route", "Write it like 'PATCH /data/Prospects(*)', or * for every request."),
            Kind = reader.Kind<FaultKind>("kind"),
            Times = reader.Count("times", 1),
            Skip = reader.Count("skip", 0),
            Contains = reader.Text("contains"),
            RetryAfter = reader.Duration("retryAfter"),
            Delay = reader.Duration("delay"),
        };
        reader.RequireSense(rule.Problems());
        return rule;
    }

    private static JObject Write(FaultRule rule) => new()
    {
        ["route"] = rule.Route,
        ["kind"] = rule.Kind.ToString(),
        ["times"] = rule.Times,
        ["skip"] = rule.Skip,
        ["contains"] = rule.Contains,
        ["retryAfter"] = rule.RetryAfter is { } wait ? XmlConvert.ToString(wait) : null,
        ["delay"] = rule.Delay is { } delay ? XmlConvert.ToString(delay) : null,
    };
}
