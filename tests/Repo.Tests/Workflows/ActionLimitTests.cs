using System.Text.Json.Nodes;
using System.Xml;

namespace B2BConnector.Repo.Tests.Workflows;

/// <summary>Limits of the platform that a file can break without anyone noticing before deployment.</summary>
public sealed class ActionLimitTests
{
    private static readonly string[] NoSecureOutputs = ["Compose", "ParseJson", "Response", "Wait"];
    private static readonly string[] NoSecureInputs =
        ["InitializeVariable", "SetVariable", "IncrementVariable", "DecrementVariable", "AppendToArrayVariable", "AppendToStringVariable", "If", "Switch", "Foreach", "Until", "Scope", "Terminate"];

    [Fact]
    public void RetryPolicies_All_StayInsideTheLimits() =>
        Rule.Holds(BadRetries(Tree.Repository), "type is none, fixed or exponential; count 1 to 90; intervals PT5S to P1D:");

    [Fact]
    public void ControlActions_All_StayInsideTheLimits() =>
        Rule.Holds(BadControls(Tree.Repository), "Until needs a limit, a Switch takes 25 cases, loops run 1 to 50 at a time, and Response and Terminate stand outside of loops:");

    [Fact]
    public void SecureData_All_StandsWhereThePlatformKnowsIt() =>
        Rule.Holds(BadSecureData(Tree.Repository), "The platform does not hide these inputs or outputs; move personal data to an action that it hides:");

    [Fact]
    public void BadRetries_ManyAndShort_AreFound() =>
        Rule.Finds(
            BadRetries(WorkflowTree.With("""
                {"A":{"inputs":{"retryPolicy":{"type":"fixed","count":91,"interval":"PT7S"}}},"B":{"inputs":{"retryPolicy":{"type":"fixed","count":2,"interval":"PT1S"}}},
                "C":{"inputs":{"retryPolicy":{"type":"sometimes"}}},"D":{"inputs":{"retryPolicy":{"type":"none"}}}}
                """)),
            "A", "B", "C");

    [Fact]
    public void BadControls_LoopWithoutLimitAndResponseInside_AreFound() =>
        Rule.Finds(
            BadControls(WorkflowTree.With("""
                {"Wait":{"type":"Until","expression":"@true","actions":{"Answer":{"type":"Response"}}},
                "Each":{"type":"Foreach","actions":{},"runtimeConfiguration":{"concurrency":{"repetitions":51}}}}
                """)),
            "Wait", "Answer", "Each");

    [Fact]
    public void BadSecureData_ComposeOutputs_IsFound() =>
        Rule.Finds(
            BadSecureData(WorkflowTree.With("""
                {"A":{"type":"Compose","runtimeConfiguration":{"secureData":{"properties":["inputs","outputs"]}}},
                "B":{"type":"Compose","runtimeConfiguration":{"secureData":{"properties":["inputs"]}}}}
                """)),
            "A: outputs");

    private static IEnumerable<string> BadRetries(Tree tree) =>
        from workflow in WorkflowFile.All(tree)
        from policy in workflow.Actions.Select(action => (action.Name, action.Inputs))
            .Concat(workflow.Triggers.Select(trigger => (Name: trigger.Key, Inputs: trigger.Value?["inputs"])))
            .Select(operation => (operation.Name, Retry: (operation.Inputs as JsonObject)?["retryPolicy"] as JsonObject))
        where policy.Retry is not null && !IsGood(policy.Retry)
        select $"{workflow.Path}: {policy.Name}";

    private static bool IsGood(JsonObject retry) => (string?)retry["type"] switch
    {
        "none" => true,
        "fixed" or "exponential" => (int?)retry["count"] is >= 1 and <= 90
            && retry["interval"] is not null
            && new[] { "interval", "minimumInterval", "maximumInterval" }.Select(name => (string?)retry[name]).OfType<string>()
                .Select(XmlConvert.ToTimeSpan).All(interval => interval >= TimeSpan.FromSeconds(5) && interval <= TimeSpan.FromDays(1)),
        _ => false,
    };

    private static IEnumerable<string> BadControls(Tree tree) =>
        from workflow in WorkflowFile.All(tree)
        from action in workflow.Actions
        let inLoop = action.Blocks.Any(block => block.Type is "Foreach" or "Until")
        let bad = action.Type switch
        {
            "Until" => action.Definition["limit"]?["count"] is null || action.Definition["limit"]?["timeout"] is null,
            "Switch" => (action.Definition["cases"] as JsonObject)?.Count > 25,
            "Foreach" => (int?)action.Definition["runtimeConfiguration"]?["concurrency"]?["repetitions"] is < 1 or > 50,
            "Response" or "Terminate" => inLoop,
            "InitializeVariable" => action.Blocks.Count > 0,
            _ => false,
        }
        where bad
        select $"{workflow.Path}: {action.Name}";

    private static IEnumerable<string> BadSecureData(Tree tree) =>
        from workflow in WorkflowFile.All(tree)
        from action in workflow.Actions
        from property in action.Definition["runtimeConfiguration"]?["secureData"]?["properties"]?.AsArray() ?? []
        let name = (string?)property
        where NoSecureInputs.Contains(action.Type) || (name == "outputs" && NoSecureOutputs.Contains(action.Type)) || name is not ("inputs" or "outputs")
        select $"{workflow.Path}: {action.Name}: {name}";
}
