using System.Reflection;
using B2BConnector.Host.Transport;
using B2BConnector.Repo.Tests;
using B2BConnector.Repo.Tests.Workflows;
using B2BConnector.Runtime;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.Transport;

/// <summary>What the rules find nothing of in the workflows of the repository, they find nothing of in their HTTP variant either.</summary>
public sealed class WorkflowRuleTests
{
    /// <summary>A rule is a method that looks at a tree and has nothing to say of ours.</summary>
    private static readonly IReadOnlyList<MethodInfo> Rules = [.. typeof(WorkflowFile).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(WorkflowFile).Namespace && type.Name.EndsWith("Tests", StringComparison.Ordinal))
        .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
        .Where(method => method.ReturnType == typeof(IEnumerable<string>) && method.GetParameters() is [{ } only] && only.ParameterType == typeof(Tree))
        .Where(method => !Findings(method, Tree.Repository).Any())];

    private static readonly Lazy<Tree> Http = new(() =>
    {
        var variant = HttpWorkflows.Of(HttpWorkflows.Managed());
        return Tree.Of([
            .. Tree.Repository.Paths.Where(path => path.StartsWith("customcode/", StringComparison.Ordinal) || (path.EndsWith(".json", StringComparison.Ordinal) && !path.Contains('/', StringComparison.Ordinal)))
                .Select(path => (path, Tree.Repository.Text(path))),
            .. variant.Paths.Where(path => Tree.Repository.HasFile("workflows/" + path)).Select(path => ("workflows/" + path, variant.Text(path)))]);
    });

    public static TheoryData<string> Names() => [.. Rules.Select(rule => $"{rule.DeclaringType!.Name}.{rule.Name}")];

    [Theory]
    [MemberData(nameof(Names))]
    public void Rule_OfWorkflows_HoldsForTheVariant(string name)
    {
        var rule = Rules.Single(candidate => $"{candidate.DeclaringType!.Name}.{candidate.Name}" == name);

        Rule.Holds(Findings(rule, Http.Value), $"{name} finds in what `workflows --transport http` writes:");
    }

    [Fact]
    public void Loader_OfTheVariant_HasNothingToSay()
    {
        using var folder = new TemporaryFolder();
        var output = Path.Combine(folder.Path, "http");
        HttpWorkflows.Of(HttpWorkflows.Managed()).Write(output, Path.Combine(Tree.Repository.Root, "workflows"), replace: false);

        // The managed identity is the sandbox's to give.
        var identity = new Dictionary<string, string> { ["IDENTITY_ENDPOINT"] = "http://localhost/msi", ["IDENTITY_HEADER"] = "x" };
        Rule.Holds(WorkflowProject.Load(output, identity).Problems.Select(problem => problem.ToString()), "The loader finds in what `workflows --transport http` writes:");
    }

    [Fact]
    public void Rules_OfWorkflows_AreFound() => Assert.True(Rules.Count >= 12, $"Only {Rules.Count} rules were found.");

    private static IEnumerable<string> Findings(MethodInfo rule, Tree tree) => (IEnumerable<string>)rule.Invoke(null, [tree])!;
}
