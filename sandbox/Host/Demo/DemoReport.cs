using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace B2BConnector.Host.Demo;

/// <summary>What the demo shows at its end: a table for people, one JSON object for programs.</summary>
internal static class DemoReport
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static void Table(IAnsiConsole console, IReadOnlyList<Story> stories)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var title in new[] { "", "Prospect", "Company", "Lead", "Opportunity", "Customers", "Hierarchy", "Prospect status", "Mail" })
        {
            table.AddColumn(new TableColumn(title) { Padding = new Padding(0, 0, 2, 0), NoWrap = title.Length > 0 && title != "Company" });
        }

        foreach (var story in stories)
        {
            var facts = story.Facts ?? new StoryFacts();
            table.AddRow(
                story.Problems.Count == 0 ? "[green]ok[/]" : "[red]no[/]",
                Markup.Escape(story.Key),
                Markup.Escape(Short(story.Sample.Company, 30)),
                Markup.Escape(facts.LeadState),
                Markup.Escape(facts.OpportunityState),
                Markup.Escape(string.Join(" ", facts.Organizations.Concat(facts.Persons))),
                Markup.Escape(string.Join(" ", facts.Hierarchies)),
                Coloured(story.Refusal is null ? facts.ProspectStatus : "Refused"),
                Markup.Escape(string.Join(", ", facts.Mails)));
        }

        console.Write(table);
        foreach (var story in stories.Where(story => story is { Refusal: not null, Problems.Count: 0 }))
        {
            console.MarkupLine($"[grey]{Markup.Escape(story.Key)} refused:[/] {Markup.Escape(story.Refusal!)}");
        }

        foreach (var story in stories.Where(story => story.Problems.Count > 0))
        {
            console.MarkupLine($"[red]{Markup.Escape(story.Key)}[/] ({Markup.Escape(story.Sample.Id)})");
            foreach (var problem in story.Problems)
            {
                console.MarkupLine($"  {Markup.Escape(problem)}");
            }
        }
    }

    /// <summary><c>{"stories":[{"prospect","expected","actual","ok"}…],"ok":n,"failed":n}</c></summary>
    public static string Json(IReadOnlyList<Story> stories) => new JsonObject
    {
        ["stories"] = new JsonArray([.. stories.Select(One)]),
        ["ok"] = stories.Count(story => story.Problems.Count == 0),
        ["failed"] = stories.Count(story => story.Problems.Count > 0),
    }.ToJsonString(Indented);

    private static JsonNode One(Story story)
    {
        var one = new JsonObject
        {
            ["prospect"] = story.Key,
            ["expected"] = story.Sample.ProspectStatus,
            ["actual"] = story.Facts?.ProspectStatus ?? (story.Refusal is null ? "none" : "Refused"),
            ["ok"] = story.Problems.Count == 0,
        };
        if (story.Problems.Count > 0)
        {
            one["problems"] = new JsonArray([.. story.Problems.Select(problem => JsonValue.Create(problem))]);
        }

        return one;
    }

    private static string Coloured(string status) => status switch
    {
        "Approved" => "[green]Approved[/]",
        "Rejected" => "[red]Rejected[/]",
        "Pending" => "[yellow]Pending[/]",
        _ => Markup.Escape(status),
    };

    private static string Short(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}
