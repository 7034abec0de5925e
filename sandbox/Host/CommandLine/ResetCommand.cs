using System.CommandLine;
using Spectre.Console;

namespace B2BConnector.Host.CommandLine;

/// <summary>Empties the sandbox.</summary>
internal static class ResetCommand
{
    public static Command Create(SharedOptions shared)
    {
        var command = new Command("reset", "Deletes all data of the sandbox. It must not be running.");
        command.SetAction((parsed, stop) => SandboxCommand.GuardAsync(
            () =>
            {
                var options = shared.Read(parsed);
                TextConsole.Create(toError: false).MarkupLine(SandboxData.Delete(options.DataFolder)
                    ? $"Deleted {Markup.Escape(options.DataFolder!)}."
                    : "There was nothing to delete.");
                return Task.FromResult(0);
            },
            stop));
        return command;
    }
}
