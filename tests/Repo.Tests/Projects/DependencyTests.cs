namespace B2BConnector.Repo.Tests.Projects;

public sealed class DependencyTests
{
    private const string Everything = "*";

    /// <summary>What each project may compile against. A new project gets a line here.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["connector"] = [],
        ["customcode"] = [],
        ["customcode/Metadata"] = [],
        ["deploy/Package"] = [],
        ["sandbox/Wdl"] = [],
        ["sandbox/Scripting"] = [],
        ["sandbox/Runtime"] = ["sandbox/Wdl", "sandbox/Scripting"],
        ["sandbox/Management"] = ["sandbox/Runtime"],
        ["sandbox/Func"] = ["sandbox/Runtime", "sandbox/Management"],
        ["sandbox/LogicAppUnit"] = ["sandbox/Runtime"],
        ["sandbox/ApiHub"] = ["sandbox/Emulation"],
        ["sandbox/OData"] = [],
        ["sandbox/Emulation"] = [],
        ["sandbox/Commerce"] = ["sandbox/OData", "sandbox/Emulation"],
        ["sandbox/Dataverse"] = ["sandbox/OData", "sandbox/Emulation"],
        ["sandbox/Host"] = [Everything],
    };

    private static readonly string[] BuildsCustomCode = ["sandbox/Host", "sandbox/Func"];

    [Fact]
    public void Projects_References_FollowTheHouse() =>
        Rule.Holds(Forbidden(Tree.Repository), "Data crosses these borders over HTTP or through files, never through types; remove the reference:");

    [Fact]
    public void CustomCode_InTheSandbox_IsLoadedNotReferenced() =>
        Rule.Holds(ReferencesCustomCode(Tree.Repository), "customcode loads in a context of its own; reference it with ReferenceOutputAssembly=\"false\" from Host or Func only:");

    [Fact]
    public void LanguageAndEngine_Projects_KnowNoAspNet() =>
        Rule.Holds(
            Project.All(Tree.Repository).Where(project => project.Folder is "sandbox/Wdl" or "sandbox/Runtime" or "sandbox/Scripting" && project.UsesAspNet).Select(project => project.Path),
            "The engine's HTTP face is sandbox/Management; remove ASP.NET from these projects:");

    [Fact]
    public void Solution_Projects_AreComplete() =>
        Rule.Holds(
            Project.All(Tree.Repository).Select(project => project.Path)
                .Where(path => !Tree.Repository.Text("B2BConnector.sln").Replace('\\', '/').Contains($"\"{path}\"", StringComparison.Ordinal)),
            "Add these projects with dotnet sln B2BConnector.sln add:");

    [Fact]
    public void Forbidden_EmulatorThatUsesTheConnector_IsFound() =>
        Rule.Finds(
            Forbidden(Tree.Of(
                ("sandbox/Commerce/Commerce.csproj", Referring("../OData/OData.csproj", "../../connector/Connector.csproj")),
                ("sandbox/New/New.csproj", Referring()))),
            "sandbox/Commerce -> connector",
            "sandbox/New");

    [Fact]
    public void ReferencesCustomCode_PlainReference_IsFound() =>
        Rule.Finds(ReferencesCustomCode(Tree.Of(("sandbox/Host/Host.csproj", Referring("../../customcode/CustomCode.csproj")))), "sandbox/Host");

    private static string Referring(params string[] projects) =>
        $"<Project><ItemGroup>{string.Concat(projects.Select(path => $"<ProjectReference Include=\"{path}\" />"))}</ItemGroup></Project>";

    private static IEnumerable<string> Forbidden(Tree tree)
    {
        foreach (var project in Project.All(tree).Where(project => !project.Path.StartsWith("tests/", StringComparison.Ordinal)))
        {
            if (!Allowed.TryGetValue(project.Folder, out var allowed))
            {
                yield return $"{project.Folder} has no line in {nameof(DependencyTests)}.{nameof(Allowed)}";
                continue;
            }

            foreach (var reference in project.References.Where(reference => !allowed.Contains(Everything) && !allowed.Contains(reference)))
            {
                yield return $"{project.Folder} -> {reference}";
            }
        }
    }

    private static IEnumerable<string> ReferencesCustomCode(Tree tree) =>
        from project in Project.All(tree)
        where !project.Path.StartsWith("tests/", StringComparison.Ordinal)
        where project.References.Any(InCustomCode) || (project.BuildOnly.Any(InCustomCode) && !BuildsCustomCode.Contains(project.Folder))
        where !project.Folder.StartsWith("customcode", StringComparison.Ordinal)
        select project.Folder;

    private static bool InCustomCode(string folder) => folder.StartsWith("customcode", StringComparison.Ordinal);
}
