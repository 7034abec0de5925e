namespace B2BConnector.Package;

/// <summary>
/// What is handed in for certification: <c>intro.md</c> and <c>package.zip</c>, in which <c>PkgAssets</c> holds the two solutions, both unmanaged
/// (https://learn.microsoft.com/connectors/custom-connectors/certification-submission).
/// </summary>
internal static class SubmissionPackage
{
    public const string Name = "ConnectorPackage.zip";

    /// <summary>Certification also wants this file of a connector with several ways to sign in; no public source says what it holds, so it is taken in where somebody has one.</summary>
    public const string CustomProperties = "customProperties.json";

    public static byte[] Create(SolutionFolder connector, SolutionFolder flows, string intro, byte[]? customProperties = null)
    {
        var assets = new SolutionFolder
        {
            ["PkgAssets/ConnectorSolution.zip"] = SolutionArchive.Pack(connector),
            ["PkgAssets/FlowSolution.zip"] = SolutionArchive.Pack(SolutionArchive.WithConnector(flows, connector)),
        };
        var package = new SolutionFolder { ["package.zip"] = Archive.Write(assets) };
        package.Write("intro.md", intro);
        if (customProperties is not null)
        {
            package[CustomProperties] = customProperties;
        }

        return Archive.Write(package);
    }
}
