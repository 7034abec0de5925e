using B2BConnector.Runtime;

namespace B2BConnector.Repo.Tests.Workflows;

/// <summary>
/// The loader knows what designer and host accept: limits, names, references, places, settings, scripts. It has nothing to say of our workflows,
/// not even a warning. The rules beside this file are the house's own.
/// </summary>
public sealed class LoaderTests
{
    /// <summary>lib/custom is build output, which this project does not make; <see cref="InvokedFunctionTests"/> looks at the sources.</summary>
    private static readonly string[] AboutBuildOutput = ["RT0022", "RT0621"];

    [Fact]
    public void Workflows_All_LoadWithoutAProblem() =>
        Rule.Holds(Problems(Path.Combine(Tree.Repository.Root, "workflows")), "Mend these, or see docs/problems.md; dotnet run --project sandbox/Host -- check shows them, too:");

    [Fact]
    public void Problems_FolderWithoutWorkflows_AreFound() => Rule.Finds(Problems(Path.Combine(Tree.Repository.Root, "samples")), "RT0034", "RT0086");

    private static IEnumerable<string> Problems(string folder) =>
        WorkflowProject.Load(folder, new Dictionary<string, string>()).Problems
            .Where(problem => !AboutBuildOutput.Contains(problem.Code))
            .Select(problem => problem.ToString());
}
