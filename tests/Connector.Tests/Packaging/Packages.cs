using B2BConnector.Connector.Tests.Contract;
using B2BConnector.Connector.Tests.Support;
using B2BConnector.Package;

namespace B2BConnector.Connector.Tests.Packaging;

/// <summary>The packages of this repository, as they lie there and as they would be written now.</summary>
internal static class Packages
{
    public static RepositoryInputs Inputs { get; } = new(RepositoryFiles.Root);

    public static SolutionFolder GeneratedConnector() => ConnectorSolution.Create(Inputs.Core, GeneratedContract.Create(), Inputs.ApiProperties, Inputs.Icon);

    public static byte[] Submission() => SubmissionPackage.Create(Inputs.Connector, Inputs.Flows, File.ReadAllText(Inputs.IntroPath), "{}"u8.ToArray());

    /// <summary>The submission with something changed in one of its archives; the path leads through them: <c>package.zip/PkgAssets/FlowSolution.zip</c>, "" is the outermost.</summary>
    public static byte[] Broken(string path, Action<SolutionFolder> change) => Broken(Submission(), path, change);

    public static byte[] Broken(byte[] archive, string path, Action<SolutionFolder> change)
    {
        var content = Archive.Read(archive);
        if (path.Length == 0)
        {
            change(content);
        }
        else
        {
            var name = content.Files.Keys.First(file => path.StartsWith(file, StringComparison.Ordinal));
            content[name] = Broken(content[name], path[name.Length..].TrimStart('/'), change);
        }

        return Archive.Write(content);
    }
}
