using System.Globalization;

namespace B2BConnector.Func;

/// <summary>
/// The command line. By hand, because a library for it would be loaded at every start, and func is started once per test.
/// </summary>
/// <param name="Port">The port; 0 = a free one.</param>
/// <param name="Verbose">Log what the runtime does, not only what fails.</param>
internal sealed record FuncOptions(int Port = 7071, bool Verbose = false)
{
    public const string Help = """
        func start | func host start [--port NUMBER] [--verbose]

        Runs the Logic App Standard project in the current folder: triggers and management API on http://localhost:7071.

          --port, -p   another port; 0 takes a free one
          --verbose    log what the runtime does, not only what fails
          --help       this text
          --version    the version
        """;

    // Options of the real tool that change nothing here.
    private static readonly string[] Accepted = ["--pause-on-error", "--no-build", "--csharp", "--dotnet"];

    /// <exception cref="FuncFailure">An argument is not understood.</exception>
    public static FuncOptions Parse(IReadOnlyList<string> arguments)
    {
        var words = new Queue<string>(arguments);
        if (words.TryPeek(out var first) && first == "host")
        {
            words.Dequeue();
        }

        if (!words.TryDequeue(out var verb) || verb != "start")
        {
            throw new FuncFailure($"'{string.Join(' ', arguments)}' is not understood: use func start, or func --help.");
        }

        var options = new FuncOptions();
        while (words.TryDequeue(out var word))
        {
            var (name, value) = Split(word);
            options = name switch
            {
                "--port" or "-p" => options with { Port = PortOf(value ?? (words.TryDequeue(out var next) ? next : "")) },
                "--verbose" or "-v" => options with { Verbose = true },
                _ when Accepted.Contains(name) => options,
                _ => throw new FuncFailure($"The option '{word}' is not understood: see func --help."),
            };
        }

        return options;
    }

    private static (string Name, string? Value) Split(string word) =>
        word.Split('=', 2) is [var name, var value] ? (name, value) : (word, null);

    private static int PortOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue
            ? port
            : throw new FuncFailure($"'{text}' is not a port: use a number from 0 to {ushort.MaxValue}.");
}
