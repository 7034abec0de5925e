using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace B2BConnector.Package;

/// <summary>The files of the repository that packages are made of.</summary>
/// <param name="Root">Folder with B2BConnector.sln.</param>
internal sealed record RepositoryInputs(string Root)
{
    public SolutionFolder Connector => SolutionFolder.Read(Path.Combine(Root, ConnectorSolution.Folder));

    public SolutionFolder Flows => SolutionFolder.Read(Path.Combine(Root, FlowSolution.Folder));

    public XDocument Core => XDocument.Load(Path.Combine(Root, "solution", "core", "Other", "Solution.xml"));

    public JsonObject ApiProperties => JsonNode.Parse(File.ReadAllText(Path.Combine(Root, "apiProperties.json")))!.AsObject();

    public byte[] Icon => File.ReadAllBytes(Path.Combine(Root, "icon.png"));

    public string IntroPath => Path.Combine(Root, "deploy", "intro.md");

    public string SettingsPath => Path.Combine(Root, "deploy", "deploymentSettings.json");

    /// <summary>The repository that a folder lies in.</summary>
    /// <exception cref="PackageFailure">It lies in none.</exception>
    public static RepositoryInputs Find(string folder)
    {
        for (var at = Path.GetFullPath(folder); at is not null; at = Path.GetDirectoryName(at))
        {
            if (File.Exists(Path.Combine(at, "B2BConnector.sln")))
            {
                return new RepositoryInputs(at);
            }
        }

        throw new PackageFailure($"{folder} lies in no clone of the repository: B2BConnector.sln is in no folder above it. Go into one, or name it with --root.");
    }
}
