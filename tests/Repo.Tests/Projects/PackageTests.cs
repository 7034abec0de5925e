using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace B2BConnector.Repo.Tests.Projects;

public sealed class PackageTests
{
    private static readonly Regex VersionElement = new("<(Version|VersionPrefix|AssemblyVersion|FileVersion|InformationalVersion)>");

    [Fact]
    public void Packages_Versions_StandInOnePlace() =>
        Rule.Holds(OwnVersions(Tree.Repository), "Versions of packages stand in Directory.Packages.props only:");

    [Fact]
    public void Packages_All_HaveACentralVersion() =>
        Rule.Holds(Unlisted(Tree.Repository), "Add a PackageVersion line to Directory.Packages.props:");

    [Fact]
    public void Version_OfTheProduct_StandsInOnePlace() =>
        Rule.Holds(VersionsBesides(Tree.Repository), "The product's version stands in Directory.Build.props only:");

    [Fact]
    public void OwnVersions_VersionInProject_IsFound() =>
        Rule.Finds(
            OwnVersions(Tree.Of(
                ("connector/Connector.csproj", "<Project><PackageReference Include=\"Polly\" Version=\"1.0.0\" /></Project>"),
                ("customcode/CustomCode.csproj", "<Project><PackageReference Include=\"Polly\" VersionOverride=\"1.0.0\" /></Project>"))),
            "connector/Connector.csproj: Polly");

    [Fact]
    public void Unlisted_UnknownPackage_IsFound() =>
        Rule.Finds(
            Unlisted(Tree.Of(
                ("Directory.Packages.props", "<Project><PackageVersion Include=\"Polly\" Version=\"1.0.0\" /></Project>"),
                ("a/A.csproj", "<Project><PackageReference Include=\"polly\" /><PackageReference Include=\"Moq\" /></Project>"))),
            "a/A.csproj: Moq");

    [Fact]
    public void VersionsBesides_SecondVersion_IsFound() =>
        Rule.Finds(
            VersionsBesides(Tree.Of(("Directory.Build.props", "<VersionPrefix>1.0.0</VersionPrefix>"), ("a/A.csproj", "<Version>1.0.0</Version>"))),
            "a/A.csproj:1");

    /// <summary>customcode runs inside a host that brings older packages, so it may name them.</summary>
    private static IEnumerable<string> OwnVersions(Tree tree) =>
        from project in Project.All(tree)
        from package in project.Packages
        where package.Attribute("Version") is not null
            || (package.Attribute("VersionOverride") is not null && !project.Folder.StartsWith("customcode", StringComparison.Ordinal))
        select $"{project.Path}: {(string?)package.Attribute("Include")}";

    private static IEnumerable<string> Unlisted(Tree tree)
    {
        var listed = XDocument.Parse(tree.Text("Directory.Packages.props")).Descendants("PackageVersion")
            .Select(element => (string)element.Attribute("Include")!)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return from project in Project.All(tree)
               from package in project.Packages
               let name = (string?)package.Attribute("Include")
               where name is not null && !listed.Contains(name)
               select $"{project.Path}: {name}";
    }

    private static IEnumerable<string> VersionsBesides(Tree tree) =>
        tree.Search(tree.Under("", ".csproj", ".props", ".targets").Where(path => path != "Directory.Build.props"), VersionElement);
}
