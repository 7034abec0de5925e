using Spectre.Console;

namespace B2BConnector.Host.Demo;

/// <summary>One line for each stage: rewritten in place on a terminal, one line per change in a log.</summary>
internal sealed class ConsoleProgress(IAnsiConsole console, TimeProvider time) : IDemoProgress
{
    private string _title = "";
    private int _total;
    private int _last = -1;
    private long _started;

    public void Begin(string title, int total)
    {
        (_title, _total, _last, _started) = (title, total, -1, time.GetTimestamp());
        if (console.Profile.Capabilities.Interactive)
        {
            Report(0);
        }
    }

    public void Report(int done)
    {
        if (done == _last)
        {
            return;
        }

        _last = done;
        var seconds = time.GetElapsedTime(_started).TotalSeconds;
        var line = $"{done,4} of {_total}  {Markup.Escape(_title)}  [grey]{seconds,5:0.0} s[/]";
        if (console.Profile.Capabilities.Interactive)
        {
            console.Markup("\r" + line + (done == _total ? "\n" : ""));
        }
        else if (done == _total || done > 0)
        {
            console.MarkupLine(line);
        }
    }
}
