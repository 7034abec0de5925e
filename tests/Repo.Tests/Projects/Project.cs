using System.Xml.Linq;

namespace B2BConnector.Repo.Tests.Projects;

/// <summary>A project file with the projects it compiles against. References that only order the build (ReferenceOutputAssembly="false") stand apart.</summary>
public sealed record Project(string Path, IReadOnlyList<string> References, IReadOnlyList<string> BuildOnly, IReadOnlyList<XElement> Packages, bool UsesAspNet)
{
    public string Folder => Path[..Path.LastIndexOf('/')];

    public static IReadOnlyList<Project> All(Tree tree) => [.. tree.Under("", ".csproj").Select(path => Read(tree, path))];

    private static Project Read(Tree tree, string path)
    {
        var xml = XDocument.Parse(tree.Text(path)).Root!;
        var references = xml.Descendants("ProjectReference").ToLookup(
            element => string.Equals((string?)element.Attribute("ReferenceOutputAssembly"), "false", StringComparison.OrdinalIgnoreCase),
            element => Tree.Resolve(path, (string)element.Attribute("Include")! + "/.."));
        var aspNet = ((string?)xml.Attribute("Sdk"))?.EndsWith(".Web", StringComparison.Ordinal) == true
            || xml.Descendants("FrameworkReference").Any(element => (string?)element.Attribute("Include") == "Microsoft.AspNetCore.App");
        return new Project(path, [.. references[false]], [.. references[true]], [.. xml.Descendants("PackageReference")], aspNet);
    }
}
