using System.Text;
using System.Text.Json.Nodes;

namespace B2BConnector.Package;

/// <summary>intro.md of the submission: what a maker reads about the connector. Operations and ways to sign in come from the contract and apiProperties.json.</summary>
/// <remarks>Sections of templates/certified-connectors/readme.md in microsoft/PowerPlatformConnectors.</remarks>
internal static class IntroPage
{
    private const string Prerequisites =
        """
        - A Commerce environment with B2B features, and the B2B connector service running in front of it: its host name is asked for when a connection is made.
        - A plan that includes premium connectors.
        """;

    private const string Start =
        """
        Make a connection, choose how it signs in, and add a trigger to a flow: *When a prospect is created* starts for each new request. An event names a prospect;
        read it with *Get prospect by ID* before you act, since it may have changed meanwhile.
        """;

    private const string Limits =
        """
        - A prospect that is decided stays decided: an approval cannot be turned into a rejection, nor the other way round. Deciding again the same way changes nothing and is answered as already decided.
        - A trigger that polls delivers up to 100 events at a time, a page of prospects holds up to 1,000.
        - Events are delivered at least once. What must not happen twice has to look first, or pass the same *Idempotency Key*.
        - Users and credit limits reach the site when the batch jobs of Commerce have run; *Get job status* says when they last did.
        """;

    private const string Deployment =
        """
        Import the solution with the connector first, then the one with flows; give its connection references a connection and its environment variables a value.
        Credentials are not carried by a solution: enter the id and secret of your application registration after the import.
        """;

    public static string Write(JsonObject contract, JsonObject apiProperties)
    {
        var info = contract["info"]!;
        var page = new StringBuilder($"# {info["title"]}\n\n{info["description"]}\n");
        Section(page, "Publisher", $"{apiProperties["properties"]!["publisher"]}, {info["contact"]!["email"]}");
        Section(page, "Prerequisites", Prerequisites);
        page.Append("\n## Supported operations\n");
        var operations = Operations(contract).OrderBy(operation => (string)operation["summary"]!, StringComparer.Ordinal).ToLookup(operation => operation["x-ms-trigger"] is not null);
        Table(page, "Triggers", operations[true]);
        Table(page, "Actions", operations[false]);
        Section(page, "Obtaining credentials", string.Join('\n', apiProperties["properties"]!["connectionParameterSets"]!["values"]!.AsArray()
            .Select(set => $"- **{set!["uiDefinition"]!["displayName"]}**: {set["uiDefinition"]!["description"]}")));
        Section(page, "Getting started", Start);
        Section(page, "Known issues and limitations", Limits);
        Section(page, "Deployment instructions", Deployment);
        return page.ToString();
    }

    private static void Section(StringBuilder page, string heading, string text) => page.Append($"\n## {heading}\n\n{text}\n");

    private static void Table(StringBuilder page, string heading, IEnumerable<JsonObject> operations)
    {
        page.Append($"\n### {heading}\n\n| operation | what it does |\n|---|---|\n");
        foreach (var operation in operations)
        {
            page.Append($"| {operation["summary"]} | {operation["description"]} |\n");
        }
    }

    private static IEnumerable<JsonObject> Operations(JsonObject contract) =>
        from path in contract["paths"]!.AsObject()
        from verb in path.Value!.AsObject()
        where !verb.Key.StartsWith("x-", StringComparison.Ordinal)
        let operation = verb.Value!.AsObject()
        where (string?)operation["x-ms-visibility"] != "internal"
        select operation;
}
