using System.CommandLine;
using System.Text.Json;
using B2BConnector.Host.Checking;

namespace B2BConnector.Host.CommandLine;

/// <summary>The verb <c>check</c>.</summary>
internal static class CheckCommand
{
    private const string Description = """
        Reads a Logic App Standard folder as the host does when it loads, and prints everything that is wrong with it, each on one line:
          file(line,col): error|warning CODE: message (at path). remedy
        An error is what Azure refuses. A warning is what Azure accepts and what then fails or surprises, or what Azure accepts and only the sandbox
        cannot run (codes RT05nn, and settings that this machine does not have). docs/problems.md explains every code.
        Ends with 1 when there is an error, with 0 when there are warnings only, with 2 when the folder is no Logic App.
        """;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static Command Create(SharedOptions shared)
    {
        var folder = new Argument<string?>("folder") { Description = "The Logic App folder: the one that holds host.json. Default: the workflows of this repository.", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var sandbox = new Option<bool>("--sandbox") { Description = "Count what only the sandbox cannot run as errors, too." };
        var command = new Command("check", Description) { folder, json, sandbox };
        command.SetAction((parsed, stop) => SandboxCommand.GuardAsync(
            () => Task.FromResult(Run(parsed.GetValue(folder) ?? shared.Read(parsed).WorkflowsFolder, parsed.GetValue(json), parsed.GetValue(sandbox))),
            stop));
        return command;
    }

    private static int Run(string folder, bool json, bool sandbox)
    {
        var check = FolderCheck.Of(folder, Directory.GetCurrentDirectory());
        if (json)
        {
            Console.Out.WriteLine(CheckOutput.Json(check, sandbox).ToJsonString(Indented));
        }
        else
        {
            foreach (var line in CheckOutput.Lines(check, sandbox))
            {
                Console.Out.WriteLine(line);
            }

            Console.Error.WriteLine(CheckOutput.Summary(check));
        }

        return !check.IsLogicApp ? 2 : check.Errors > 0 || (sandbox && check.Unsupported > 0) ? 1 : 0;
    }
}
