using System.CommandLine;
using System.Text.RegularExpressions;

namespace B2BConnector.Package;

/// <summary>The command line: packs both solutions and the submission into a folder and checks what came out.</summary>
internal static partial class PackageCommand
{
    /// <returns>0 = made and without findings, 1 = made with findings, 2 = not made.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter errors)
    {
        var folder = new Argument<string>("folder") { Description = "Where the packages are written.", DefaultValueFactory = _ => Path.Combine("artifacts", "package") };
        var api = new Option<string>("--api-name") { Description = "Name of the connector in the environment that takes the flows.", DefaultValueFactory = _ => ComponentNames.ApiName };
        var properties = new Option<string?>("--custom-properties") { Description = $"{SubmissionPackage.CustomProperties}; only with it the submission is made." };
        var root = new Option<string>("--root") { Description = "A folder of the repository. Default: where you are.", DefaultValueFactory = _ => "." };
        var command = new RootCommand("Packs the connector for import into Power Platform and for certification.") { folder, api, properties, root };
        command.SetAction(parsed =>
        {
            try
            {
                return Write(RepositoryInputs.Find(parsed.GetValue(root)!), parsed.GetValue(folder)!, parsed.GetValue(api)!, parsed.GetValue(properties), output);
            }
            catch (PackageFailure failure)
            {
                errors.WriteLine(failure.Message);
                return 2;
            }
        });
        return command.Parse(args).Invoke();
    }

    private static int Write(RepositoryInputs inputs, string folder, string apiName, string? customProperties, TextWriter output)
    {
        if (!ApiName().IsMatch(apiName))
        {
            throw new PackageFailure($"--api-name {apiName}: the connector is called {ComponentNames.ApiName[..^16]} and 16 digits from 0 to f; take them from the address of the connector's page in the environment.");
        }

        if (customProperties is not null && !File.Exists(customProperties))
        {
            throw new PackageFailure($"--custom-properties {customProperties}: there is no such file.");
        }

        var (connector, flows) = (inputs.Connector, FlowSolution.Complete(inputs.Core, FlowSolution.Bind(inputs.Flows, apiName)));
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, "ConnectorSolution.zip"), SolutionArchive.Pack(connector));
        File.WriteAllBytes(Path.Combine(folder, "FlowSolution.zip"), SolutionArchive.Pack(flows));
        File.WriteAllText(Path.Combine(folder, "deploymentSettings.json"), FlowSolution.Settings(flows));
        output.WriteLine($"{folder}: ConnectorSolution.zip, FlowSolution.zip and deploymentSettings.json to import in this order.");
        if (apiName == ComponentNames.ApiName)
        {
            output.WriteLine("The flows name the connector with a placeholder; pack again with --api-name when the environment has it.");
        }

        if (customProperties is null)
        {
            File.Delete(Path.Combine(folder, SubmissionPackage.Name)); // an earlier one would not fit these solutions
            output.WriteLine($"{SubmissionPackage.Name} was not made: certification asks connectors with several ways to sign in for {SubmissionPackage.CustomProperties}. Get it from your contact there and pass it with --custom-properties.");
            return 0;
        }

        var submission = SubmissionPackage.Create(connector, flows, File.ReadAllText(inputs.IntroPath), File.ReadAllBytes(customProperties));
        File.WriteAllBytes(Path.Combine(folder, SubmissionPackage.Name), submission);
        var findings = PackageCheck.Findings(submission);
        foreach (var finding in findings)
        {
            output.WriteLine(finding);
        }

        output.WriteLine($"{SubmissionPackage.Name} to hand in; {findings.Count} findings.");
        return findings.Count == 0 ? 0 : 1;
    }

    [GeneratedRegex("^shared_b2b-5fprospects-5f[0-9a-f]{16}$")]
    private static partial Regex ApiName();
}
