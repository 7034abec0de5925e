using B2BConnector.Wdl.Values;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Functions;

/// <summary>Functions that read the run they belong to.</summary>
internal static class ReferenceFunctions
{
    private static readonly MemberName ActionOutputsMember = new("outputs");
    private static readonly MemberName ActionBodyMember = new("body");
    private static readonly MemberName TriggerOutputsMember = new("outputs");
    private static readonly MemberName TriggerBodyMember = new("body");

    [WdlFunction("parameters", 1)]
    public static JToken Parameters(Arguments arguments) => arguments.Context.Parameter(arguments.String(0));

    [WdlFunction("variables", 1, NamesFirst = true)]
    public static JToken Variables(Arguments arguments) => arguments.Context.Variable(arguments.String(0));

    [WdlFunction("appsetting", 1)]
    public static JToken AppSetting(Arguments arguments) => arguments.Context.AppSetting(arguments.String(0)) is { } value ? Tokens.Of(value) : Tokens.Null;

    [WdlFunction("actions", 1, NamesFirst = true)]
    public static JToken Actions(Arguments arguments) => arguments.Context.Action(arguments.String(0));

    [WdlFunction("action", 0)]
    public static JToken Action(Arguments arguments) => arguments.Context.CurrentAction();

    [WdlFunction("outputs", 1, NamesFirst = true)]
    [WdlFunction("actionOutputs", 1, NamesFirst = true)]
    public static JToken Outputs(Arguments arguments) => ActionOutputsMember.Of(arguments.Context.Action(arguments.String(0)));

    [WdlFunction("body", 1, NamesFirst = true)]
    [WdlFunction("actionBody", 1, NamesFirst = true)]
    public static JToken Body(Arguments arguments) => BodyOf(Outputs(arguments));

    /// <summary>triggers() is the name that trigger conditions use in the documentation.</summary>
    [WdlFunction("trigger", 0)]
    [WdlFunction("triggers", 0)]
    public static JToken Trigger(Arguments arguments) => arguments.Context.Trigger();

    [WdlFunction("triggerOutputs", 0)]
    public static JToken TriggerOutputs(Arguments arguments) => TriggerOutputsMember.Of(arguments.Context.Trigger());

    [WdlFunction("triggerBody", 0)]
    public static JToken TriggerBody(Arguments arguments) => TriggerBodyMember.Of(TriggerOutputs(arguments));

    [WdlFunction("item", 0)]
    public static JToken Item(Arguments arguments) => arguments.Context.Item(null);

    [WdlFunction("items", 1, NamesFirst = true)]
    public static JToken Items(Arguments arguments) => arguments.Context.Item(arguments.String(0));

    [WdlFunction("iterationIndexes", 1)]
    public static JToken IterationIndexes(Arguments arguments) => Tokens.Of(arguments.Context.IterationIndex(arguments.String(0)));

    [WdlFunction("result", 1, NamesFirst = true)]
    public static JToken Result(Arguments arguments) => arguments.Context.Result(arguments.String(0));

    [WdlFunction("workflow", 0)]
    public static JToken Workflow(Arguments arguments) => arguments.Context.Workflow();

    [WdlFunction("listCallbackUrl", 0)]
    public static JToken ListCallbackUrl(Arguments arguments) => Tokens.Of(arguments.Context.ListCallbackUrl());

    /// <summary>
    /// The body of HTTP-like outputs. Outputs of Compose are the value itself (measured on the cloud);
    /// a response without content has no body.
    /// </summary>
    private static JToken BodyOf(JToken outputs)
    {
        if (outputs is not JObject item)
        {
            return outputs;
        }
        if (ActionBodyMember.Find(item) is { } body)
        {
            return body.Value;
        }
        return item["statusCode"] is { Type: JTokenType.Integer } || item["errors"] is JArray ? Tokens.Null : item;
    }

    internal static JToken Member(JToken record, string name) => record is JObject item && Properties.Find(item, name) is { } member ? member.Value : Tokens.Null;
}
