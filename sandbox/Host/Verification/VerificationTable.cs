using System.Text.Json.Nodes;
using Spectre.Console;

namespace B2BConnector.Host.Verification;

/// <summary>The report as people read it: what needs them first.</summary>
internal static class VerificationTable
{
    private static readonly string[] Order = ["failed", "waiting", "warning", "confirm", "skipped", "passed"];

    public static void Show(IAnsiConsole console, JsonObject report)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns(new TableColumn("State") { NoWrap = true }, new TableColumn("Check") { NoWrap = true }, new TableColumn("What was found, what to do"));
        foreach (var check in report["checks"]!.AsArray().OrderBy(check => Array.IndexOf(Order, (string)check!["state"]!)))
        {
            table.AddRow(Coloured((string)check!["state"]!), Markup.Escape((string)check["check"]!), Markup.Escape((string)check["message"]!));
        }

        console.Write(table);
        console.MarkupLine($"{Coloured((string)report["result"]!)}: {Markup.Escape((string)report["summary"]!)}");
    }

    private static string Coloured(string state) => state switch
    {
        "passed" => "[green]passed[/]",
        "failed" => "[red]failed[/]",
        "waiting" or "warning" or "confirm" => $"[yellow]{state}[/]",
        _ => $"[grey]{Markup.Escape(state)}[/]",
    };
}
