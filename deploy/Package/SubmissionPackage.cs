namespace B2BConnector.Package;

/// <summary>
/// What is handed in for certification: <c>intro.md</c> and <c>package.zip</c>, in which <c>PkgAssets</c> holds the two solutions, both unmanaged
/// (https://learn.microsoft.com/connectors/custom-connectors/certification-submission).
/// </summary>
internal static class SubmissionPackage
{
    public const string Name = "ConnectorPackage.zip";

    /// <summary>Certification also wants this file of a connector with several ways to sign in (5000.1.1.5). No public source says what it holds, so whoever hands in brings it.</summary>
    public const string CustomProperties = "customProperties.json";

    public static byte[] Create(SolutionFolder connector, SolutionFolder flows, string intro, byte[] customProperties)
    {
        var assets = new SolutionFolder
        {
            ["PkgAssets/ConnectorSolution.zip"] = SolutionArchive.Pack(connector),
            ["PkgAssets/FlowSolution.zip"] = SolutionArchive.Pack(SolutionArchive.WithConnector(flows, connector)),
        };
        var package = new SolutionFolder { ["package.zip"] = Archive.Write(assets), [CustomProperties] = customProperties };
        package.Write("intro.md", intro);
        return Archive.Write(package);
    }
}
