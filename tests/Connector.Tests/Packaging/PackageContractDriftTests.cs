using System.Text;
using System.Text.Json.Nodes;
using B2BConnector.Connector.Tests.Contract;
using B2BConnector.Package;

namespace B2BConnector.Connector.Tests.Packaging;

/// <summary>What packages are made of is generated with the contract and kept beside it; with ACCEPT=1 it is written instead of compared.</summary>
public sealed class PackageContractDriftTests
{
    [Fact]
    public void Rule79_ConnectorSolution_IsWhatTheCodeGives() => Compare(ConnectorSolution.Folder, Packages.GeneratedConnector());

    [Fact]
    public void Rule80_ManifestsOfFlows_AreWhatTheFlowsGive() => Compare(FlowSolution.Folder, FlowSolution.Complete(Packages.Inputs.Core, Packages.Inputs.Flows));

    [Fact]
    public void Rule80_DeploymentSettings_AreWhatTheFlowsGive() => Compare("deploy", File(Packages.Inputs.SettingsPath, FlowSolution.Settings(Packages.Inputs.Flows)));

    [Fact]
    public void Rule08_Intro_IsWhatTheContractGives() =>
        Compare("deploy", File(Packages.Inputs.IntroPath, IntroPage.Write(JsonNode.Parse(GeneratedContract.Create())!.AsObject(), Packages.Inputs.ApiProperties)));

    [Fact]
    public void Rule79_GeneratedTwice_IsTheSame() => Assert.Equal(Packages.GeneratedConnector().Files, Packages.GeneratedConnector().Files);

    private static SolutionFolder File(string path, string text) => new() { [Path.GetFileName(path)] = Encoding.UTF8.GetBytes(text) };

    private static void Compare(string folder, SolutionFolder generated)
    {
        var root = Path.Combine(Packages.Inputs.Root, folder);
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            foreach (var (path, content) in generated.Files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, path))!);
                System.IO.File.WriteAllBytes(Path.Combine(root, path), content);
            }
        }

        var stale = generated.Files.Where(file => !System.IO.File.Exists(Path.Combine(root, file.Key)) || !System.IO.File.ReadAllBytes(Path.Combine(root, file.Key)).SequenceEqual(file.Value)).Select(file => file.Key);
        var strange = folder == "deploy" ? [] : SolutionFolder.Read(root).Files.Keys.Except(generated.Files.Keys);
        Assert.True(
            !stale.Concat(strange).Any(),
            $"{folder}: {string.Join(", ", stale.Concat(strange))} is not what the code gives. Run: ACCEPT=1 dotnet test tests/Connector.Tests --filter ContractDrift, and delete what is left over.");
    }
}
