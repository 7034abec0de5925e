using B2BConnector.Package;

namespace B2BConnector.Connector.Tests.Packaging;

/// <summary>Rule 81: the submission passes what Microsoft's script checks, and each thing that it may lack is found and said.</summary>
public sealed class SubmissionPackageRuleTests : IDisposable
{
    private const string Inner = "package.zip";
    private const string Connector = "package.zip/PkgAssets/ConnectorSolution.zip";
    private const string Flow = "package.zip/PkgAssets/FlowSolution.zip";
    private readonly string _folder = Directory.CreateTempSubdirectory("package").FullName;

    /// <summary>What is broken where, and what is said of it.</summary>
    public static TheoryData<string, string, string, string> Damages => new()
    {
        { "", "remove", "intro.md", "has 0 × text (*.md) instead of 1" },
        { "", "add", "readme.md", "has 2 × text (*.md) instead of 1" },
        { "", "add", "more.zip", "has 2 × archive (*.zip) instead of 1" },
        { "", "add", "folder/file.txt", "ConnectorPackage.zip holds the folder folder" },
        { "", "empty", "package.zip", "ConnectorPackage.zip/package.zip is not a zip file" },
        { Inner, "add", "Other/file.txt", "package.zip has 2 × folder instead of 1" },
        { Inner, "add", "PkgAssets/deep/file.txt", "PkgAssets holds the folder deep" },
        { Inner, "add", "PkgAssets/Third.zip", "has 3 × solution (*.zip) instead of 2" },
        { Inner, "remove", "PkgAssets/FlowSolution.zip", "has no solution with flows and the connector they use" },
        { Inner, "remove", "PkgAssets/ConnectorSolution.zip", "has no solution with a connector alone" },
        { Connector, "remove", "[Content_Types].xml", "ConnectorSolution.zip has no [Content_Types].xml" },
        { Connector, "remove", "customizations.xml", "ConnectorSolution.zip has no customizations.xml" },
        { Connector, "empty", "customizations.xml", "ConnectorSolution.zip/customizations.xml is not well-formed" },
        { Connector, "remove", "Connector/b2b_prospects_iconblob.Png", "ConnectorSolution.zip has no Connector/b2b_prospects_iconblob.Png" },
        { Connector, "empty", "Connector/b2b_prospects_policytemplateinstances.json", "is no list of policies or an empty one" },
        { Flow, "remove", "solution.xml", "FlowSolution.zip has no solution.xml" },
        { Flow, "remove", "Workflows/TaskForNewProspect-B2B00000-5A1E-4C0D-9E00-000000000701.json", "FlowSolution.zip has no Workflows/TaskForNewProspect" },
    };

    [Fact]
    public void Rule81_Submission_PassesTheValidator() => Assert.Empty(PackageCheck.Findings(Packages.Submission()));

    [Fact]
    public void Rule81_MadeTwice_IsTheSame() => Assert.Equal(Packages.Submission(), Packages.Submission());

    [Theory]
    [MemberData(nameof(Damages))]
    public void Rule81_Damage_IsFound(string archive, string damage, string file, string finding)
    {
        var broken = Packages.Broken(archive, content =>
        {
            Assert.Equal(damage != "add", content.Files.ContainsKey(file));
            if (damage == "remove")
            {
                content.Remove(file);
            }
            else
            {
                content[file] = [];
            }
        });

        Assert.Contains(PackageCheck.Findings(broken), found => found.Contains(finding, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Flow, "Workflows")]
    [InlineData(Connector, "Connector")]
    public void Rule81_MissingFolder_IsFound(string archive, string folder)
    {
        var broken = Packages.Broken(archive, content => content.Under(folder, "").ToList().ForEach(content.Remove));

        Assert.Contains(PackageCheck.Findings(broken), found => found.Contains($"has no folder {folder}, though", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("solution.xml", "<Managed>0<", "<Managed>1<", "is not unmanaged")]
    [InlineData("customizations.xml", "<policytemplateinstances>", "<policies>", "names no policytemplateinstances for b2b_prospects")]
    public void Rule81_OtherContent_IsFound(string file, string old, string changed, string finding)
    {
        var broken = Packages.Broken(Connector, content =>
            content.Write(file, content.Text(file).Replace(old, changed, StringComparison.Ordinal).Replace(old.Replace("<", "</", StringComparison.Ordinal), changed.Replace("<", "</", StringComparison.Ordinal), StringComparison.Ordinal)));

        Assert.Contains(PackageCheck.Findings(broken), found => found.Contains(finding, StringComparison.Ordinal));
    }

    [Fact]
    public void Rule81_SeveralDamages_AreAllSaid()
    {
        var broken = Packages.Broken("", content =>
        {
            content.Remove("intro.md");
            content["more/file.txt"] = [];
            var inner = Archive.Read(content["package.zip"]);
            inner.Remove("PkgAssets/FlowSolution.zip");
            content["package.zip"] = Archive.Write(inner);
        });

        Assert.Equal(4, PackageCheck.Findings(broken).Count);
    }

    [Fact]
    public void Rule81_Text_IsNoPackage() => Assert.Equal(["ConnectorPackage.zip is not a zip file; pack it again."], PackageCheck.Findings("text"u8.ToArray()));

    [Fact]
    public void Rule81_Command_WritesWhatIsImportedAndHandedIn()
    {
        using var said = new StringWriter();
        var own = Path.Combine(_folder, "own.json");
        File.WriteAllText(own, "{}");

        Assert.Equal(0, Run(said, "--api-name", "shared_b2b-5fprospects-5f0123456789abcdef", "--custom-properties", own));

        var submission = Archive.Read(File.ReadAllBytes(Path.Combine(_folder, "out", "ConnectorPackage.zip")));
        Assert.Equal(["customProperties.json", "intro.md", "package.zip"], submission.Files.Keys);
        var flows = Archive.Read(File.ReadAllBytes(Path.Combine(_folder, "out", "FlowSolution.zip")));
        Assert.All(["customizations.xml", .. flows.Under("Workflows", "")], path => Assert.Contains("shared_b2b-5fprospects-5f0123456789abcdef", flows.Text(path), StringComparison.Ordinal));
        Assert.All(flows.Files.Keys.Where(path => !path.StartsWith('[')), path => Assert.DoesNotContain(ComponentNames.ApiName, flows.Text(path), StringComparison.Ordinal));
        Assert.Contains("shared_b2b-5fprospects-5f0123456789abcdef", File.ReadAllText(Path.Combine(_folder, "out", "deploymentSettings.json")), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_folder, "out", "ConnectorSolution.zip")));
        Assert.DoesNotContain("placeholder", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Rule81_CommandWithoutWhatCertificationAsks_SaysSo()
    {
        using var said = new StringWriter();

        Assert.Equal(0, Run(said));
        Assert.Contains("placeholder", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Rule82_CommandWithoutCustomProperties_MakesNoSubmission()
    {
        using var said = new StringWriter();
        Directory.CreateDirectory(Path.Combine(_folder, "out"));
        File.WriteAllText(Path.Combine(_folder, "out", "ConnectorPackage.zip"), "made earlier");

        Assert.Equal(0, Run(said));

        Assert.Contains("ConnectorPackage.zip was not made", said.ToString(), StringComparison.Ordinal);
        Assert.Contains("--custom-properties", said.ToString(), StringComparison.Ordinal);
        Assert.Equal(["ConnectorSolution.zip", "FlowSolution.zip", "deploymentSettings.json"], Directory.GetFiles(Path.Combine(_folder, "out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rule82_PackageWithoutCustomProperties_IsFound()
    {
        var broken = Packages.Broken("", content => content.Remove("customProperties.json"));

        Assert.Equal(
            ["ConnectorPackage.zip has no customProperties.json, though Connector/b2b_prospects_connectionparametersets.json offers several ways to sign in; get it from your contact at certification."],
            PackageCheck.Findings(broken));
    }

    [Fact]
    public void Rule82_OneWayToSignIn_NeedsNone()
    {
        var one = Packages.Broken("", content => content.Remove("customProperties.json"));
        foreach (var archive in (string[])[Connector, Flow])
        {
            one = Packages.Broken(one, archive, content => content.Write("Connector/b2b_prospects_connectionparametersets.json", """{"values":[{}]}"""));
        }

        Assert.Empty(PackageCheck.Findings(one));
    }

    [Fact]
    public void Rule82_CustomPropertiesThatAreNoJson_AreFound()
    {
        var broken = Packages.Broken("", content => content["customProperties.json"] = "sets"u8.ToArray());

        Assert.Equal(["ConnectorPackage.zip/customProperties.json is not JSON."], PackageCheck.Findings(broken));
    }

    [Theory]
    [InlineData("--api-name", "shared_other", "--api-name shared_other: the connector is called")]
    [InlineData("--custom-properties", "gone.json", "--custom-properties gone.json: there is no such file.")]
    [InlineData("--root", "/", "B2BConnector.sln is in no folder above it")]
    public void Rule81_CommandThatCannot_SaysWhatToDo(string option, string value, string sentence)
    {
        using var said = new StringWriter();

        Assert.Equal(2, Run(said, option, value));
        Assert.Contains(sentence, said.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder, "out")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private int Run(TextWriter said, params string[] options)
    {
        string[] root = options.Contains("--root") ? [] : ["--root", Packages.Inputs.Root];
        return PackageCommand.Run([Path.Combine(_folder, "out"), .. root, .. options], said, said);
    }
}
