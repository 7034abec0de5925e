using System.CommandLine;
using B2BConnector.Wdl;
using Spectre.Console;

namespace B2BConnector.Host.CommandLine;

/// <summary>The command line: without a verb everything starts and stays; each verb is one file.</summary>
internal static class SandboxCommand
{
    /// <returns>0 = done, 1 = what was asked for did not come out right, 2 = it could not start, or was not asked for in the right way.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        if (Globalization.Warning is { } warning)
        {
            TextConsole.Create(toError: true).WriteLine(warning);
        }

        var shared = new SharedOptions();
        var root = new RootCommand("Runs the B2B connector with its workflows on this machine: Commerce, Dataverse, the connector and the workflow runtime.");
        shared.AddTo(root);
        root.SetAction((parsed, stop) => GuardAsync(() => ServeCommand.RunAsync(shared.Read(parsed), SandboxServices.All, stop), stop));
        root.Subcommands.Add(DemoCommand.Create(shared));
        root.Subcommands.Add(VerifyCommand.Create(shared));
        root.Subcommands.Add(ResetCommand.Create(shared));
        root.Subcommands.Add(WorkflowsCommand.Create(shared));
        root.Subcommands.Add(CheckCommand.Create(shared));
        root.Subcommands.Add(EvalCommand.Create());
        foreach (var (verb, services, description) in new[]
        {
            ("connector", SandboxServices.Connector, "Starts the connector alone."),
            ("commerce", SandboxServices.Commerce, "Starts the Commerce emulator alone."),
            ("dataverse", SandboxServices.Dataverse, "Starts the Dataverse emulator alone."),
            ("runtime", SandboxServices.Runtime, "Starts the workflow runtime and the connection gateway alone."),
            ("console", SandboxServices.Console, "Starts the console pages alone."),
        })
        {
            var command = new Command(verb, description);
            command.SetAction((parsed, stop) => GuardAsync(() => ServeCommand.RunAsync(shared.Read(parsed), services, stop), stop));
            root.Subcommands.Add(command);
        }

        // An argument such as @concat(…) is an expression, not a file with arguments.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var code = await parsed.InvokeAsync();
        return parsed.Errors.Count > 0 ? 2 : code;
    }

    /// <summary>What a person has to change is one sentence on standard error, never a stack trace.</summary>
    internal static async Task<int> GuardAsync(Func<Task<int>> action, CancellationToken stop)
    {
        try
        {
            return await action();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 130; // stopped by Ctrl+C, as shells report it
        }
        catch (SandboxFailure failure)
        {
            TextConsole.Create(toError: true).WriteLine(failure.Message);
            return 2;
        }
    }
}
