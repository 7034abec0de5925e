using System.CommandLine;
using B2BConnector.Host.Transport;
using Spectre.Console;

namespace B2BConnector.Host.CommandLine;

/// <summary>Writes a variant of the workflows into another folder.</summary>
internal static class WorkflowsCommand
{
    public static Command Create(SharedOptions shared)
    {
        var transport = new Option<string>("--transport") { Description = "How the workflows call: http = plain HTTP with the managed identity, without managed connections.", Required = true };
        transport.AcceptOnlyFromAmong("http");
        var output = new Option<string>("--output") { Description = "Folder to write to.", DefaultValueFactory = _ => "artifacts/workflows-http" };
        var replace = new Option<bool>("--replace") { Description = "Delete the Logic App that the folder holds." };
        var command = new Command("workflows", "Writes the workflows for another transport into a new folder.") { transport, output, replace };
        command.SetAction((parsed, stop) => SandboxCommand.GuardAsync(
            () => Task.FromResult(Write(shared.Read(parsed), parsed.GetValue(output)!, parsed.GetValue(replace))),
            stop));
        return command;
    }

    private static int Write(SandboxOptions options, string output, bool replace)
    {
        var connector = ConnectorOperations.Read(options.InRoot("apiDefinition.swagger.json"), options.InRoot("apiProperties.json"));
        var source = options.WorkflowsFolder;
        var (project, problems) = HttpTransport.Rewrite(LogicAppFiles.Read(source), connector);
        foreach (var problem in problems)
        {
            Console.Error.WriteLine(problem with { File = Path.Combine(source, problem.File ?? "") });
        }

        if (project is null)
        {
            TextConsole.Create(toError: true).WriteLine($"{source} has {problems.Count} problem(s); nothing was written.");
            return 1;
        }

        var folder = options.InRoot(output);
        project.Write(folder, source, replace);
        TextConsole.Create(toError: false).MarkupLine($"Wrote {Markup.Escape(folder)}. Play it with: demo --workflows {Markup.Escape(output)}");
        return 0;
    }
}
