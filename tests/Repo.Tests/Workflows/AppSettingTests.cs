using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace B2BConnector.Repo.Tests.Workflows;

public sealed class AppSettingTests
{
    private const string Settings = "workflows/local.settings.json";
    private static readonly Regex InCode = new(@"GetEnvironmentVariable\(\s*""(?<name>[^""]+)""");

    /// <summary>Settings of the host itself, which no file of ours reads.</summary>
    private static readonly Regex OfTheHost = new("^(AzureWebJobs.*|FUNCTIONS_.*|APP_KIND|ProjectDirectoryPath|Workflows\\..*|WEBSITE_.*|WORKFLOWS_(TENANT_ID|MANAGEMENT_BASE_URI)|AzureFunctionsJobHost__.*)$");

    [Fact]
    public void AppSettings_Used_AreDeclared() =>
        Rule.Holds(Undeclared(Tree.Repository), $"Declare these settings under Values in {Settings}:");

    [Fact]
    public void AppSettings_Declared_AreUsed() =>
        Rule.Holds(Unused(Tree.Repository), $"Nothing reads these settings; remove them from {Settings}:");

    [Fact]
    public void Undeclared_InConnectionsAndScripts_AreFound() =>
        Rule.Finds(
            Undeclared(Tree.Of(
                ("workflows/connections.json", """{"a":"@appsetting('KEY')","b":"@{appsetting('KNOWN')}"}"""),
                ("workflows/x/map.csx", "Environment.GetEnvironmentVariable(\"TEAM\")"),
                (Settings, """{"Values":{"KNOWN":"1"}}"""))),
            "KEY", "TEAM");

    [Fact]
    public void Unused_ForgottenOne_IsFound() =>
        Rule.Finds(Unused(Tree.Of((Settings, """{"Values":{"OLD":"1","AzureWebJobsStorage":"x"}}"""))), "OLD");

    private static IEnumerable<string> Undeclared(Tree tree) => Used(tree).Except(Declared(tree));

    private static IEnumerable<string> Unused(Tree tree) => Declared(tree).Where(name => !OfTheHost.IsMatch(name)).Except(Used(tree));

    private static IEnumerable<string> Declared(Tree tree) =>
        tree.HasFile(Settings) ? (JsonNode.Parse(tree.Text(Settings))!["Values"]?.AsObject() ?? []).Select(entry => entry.Key) : [];

    private static IEnumerable<string> Used(Tree tree) =>
        tree.Under("workflows", ".json").Where(path => path != Settings).SelectMany(path => WorkflowFile.Arguments(JsonNode.Parse(tree.Text(path)), "appsetting"))
            .Concat(tree.Under("workflows", ".csx").Concat(tree.Under("customcode", ".cs")).SelectMany(path => InCode.Matches(tree.Text(path))).Select(match => match.Groups["name"].Value))
            .Distinct();
}
