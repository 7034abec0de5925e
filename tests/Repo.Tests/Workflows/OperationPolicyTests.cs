using System.Text.RegularExpressions;

namespace B2BConnector.Repo.Tests.Workflows;

/// <summary>How our workflows treat connectors, personal data and settings.</summary>
public sealed class OperationPolicyTests
{
    private static readonly string[] Calling = ["ApiConnection", "ApiConnectionWebhook", "Http", "HttpWebhook"];
    private static readonly Regex Address = new("https?://", RegexOptions.IgnoreCase);
    private static readonly Regex Secret = new("\"(password|secret|clientSecret|apiKey|connectionString)\"\\s*:\\s*\"[^@\"]", RegexOptions.IgnoreCase);

    [Fact]
    public void Calls_All_StateTheirRetryPolicy() =>
        Rule.Holds(WithoutRetryPolicy(Tree.Repository), "State inputs.retryPolicy on every call, even if it is none: the default hides what happens on failure:");

    [Fact]
    public void Tracking_OnSecuredActions_DoesNotHappen() =>
        Rule.Holds(TrackedAndSecured(Tree.Repository), "Tracked properties belong on an unsecured Compose, personal data on secured actions; separate the two:");

    [Fact]
    public void Results_OfScopes_AreSecured() =>
        Rule.Holds(OpenResults(Tree.Repository), "result() gives what the steps of a scope secure; secure inputs and outputs of who asks for it:");

    [Fact]
    public void Workflows_Text_HoldsNoAddressAndNoSecret() =>
        Rule.Holds(FixedSettings(Tree.Repository), "Take addresses from parameters.json and secrets from app settings:");

    [Fact]
    public void WithoutRetryPolicy_CallInsideAScope_IsFound() =>
        Rule.Finds(
            WithoutRetryPolicy(WorkflowTree.With(
                """{"Try":{"type":"Scope","actions":{"Get":{"type":"ApiConnection","inputs":{}},"Put":{"type":"ApiConnection","inputs":{"retryPolicy":{"type":"none"}}}}}}""")),
            "Get");

    [Fact]
    public void TrackedAndSecured_Both_IsFound() =>
        Rule.Finds(
            TrackedAndSecured(WorkflowTree.With("""{"A":{"type":"Compose","trackedProperties":{"x":1},"runtimeConfiguration":{"secureData":{"properties":["inputs"]}}}}""")),
            "A");

    [Fact]
    public void OpenResults_InputsSecuredOnly_IsFound() =>
        Rule.Finds(
            OpenResults(WorkflowTree.With("""{"A":{"type":"Query","inputs":{"from":"@result('Try')","where":"@true"},"runtimeConfiguration":{"secureData":{"properties":["inputs"]}}}}""")),
            "A");

    [Fact]
    public void FixedSettings_AddressAndSecret_AreFound() =>
        Rule.Finds(
            FixedSettings(WorkflowTree.With("""{"A":{"type":"Http","inputs":{"uri":"https://contoso.example/x","authentication":{"password":"p","secret":"@parameters('s')"}}}}""")),
            "contoso.example", "password");

    private static IEnumerable<string> WithoutRetryPolicy(Tree tree) =>
        from workflow in WorkflowFile.All(tree)
        from action in workflow.Actions
        where Calling.Contains(action.Type) && action.Inputs?["retryPolicy"]?["type"] is null
        select $"{workflow.Path}: {action.Name}";

    private static IEnumerable<string> TrackedAndSecured(Tree tree) =>
        from workflow in WorkflowFile.All(tree)
        from action in workflow.Actions
        where action.Definition["trackedProperties"] is not null && action.Definition["runtimeConfiguration"]?["secureData"] is not null
        select $"{workflow.Path}: {action.Name}";

    private static IEnumerable<string> OpenResults(Tree tree) =>
        from workflow in WorkflowFile.All(tree)
        from action in workflow.Actions
        where WorkflowFile.Strings(action.Inputs).Any(text => text.Contains("result(", StringComparison.OrdinalIgnoreCase))
            && action.Definition["runtimeConfiguration"]?["secureData"]?["properties"]?.AsArray().Count != 2
        select $"{workflow.Path}: {action.Name}";

    private static IEnumerable<string> FixedSettings(Tree tree) =>
        from workflow in WorkflowFile.All(tree)
        from finding in WorkflowFile.Strings(workflow.Definition["actions"]).Concat(WorkflowFile.Strings(workflow.Triggers)).Where(text => Address.IsMatch(text))
            .Concat(Secret.Matches(workflow.Root.ToJsonString()).Select(match => match.Value))
        select $"{workflow.Path}: {finding}";
}
