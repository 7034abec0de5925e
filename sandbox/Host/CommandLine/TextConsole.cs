using Spectre.Console;

namespace B2BConnector.Host.CommandLine;

/// <summary>Where a verb writes for people: coloured on a terminal, plain and wide in a file or a pipe.</summary>
internal static class TextConsole
{
    private const int PlainWidth = 170;

    /// <param name="toError">Standard output belongs to something else.</param>
    public static IAnsiConsole Create(bool toError)
    {
        var plain = toError ? Console.IsErrorRedirected : Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(toError ? Console.Error : Console.Out),
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = plain ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (plain)
        {
            console.Profile.Width = PlainWidth;
        }

        return console;
    }
}
