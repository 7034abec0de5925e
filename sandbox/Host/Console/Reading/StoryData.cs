using System.Text.Json.Nodes;
using B2BConnector.Host.ConsolePages.Model;

namespace B2BConnector.Host.ConsolePages.Reading;

/// <summary>What the systems said about one prospect, not yet put into words.</summary>
internal sealed record StoryData(ProspectKey Key)
{
    public JsonObject? Prospect { get; init; }

    /// <summary>Its line in <i>Customer synchronization status</i>.</summary>
    public JsonObject? Request { get; init; }

    public IReadOnlyList<JsonObject> Jobs { get; init; } = [];

    public string? Channel { get; init; }

    public IReadOnlyList<JsonObject> Mails { get; init; } = [];

    /// <summary>The lead with its account and contact.</summary>
    public JsonObject? Lead { get; init; }

    public int Leads { get; init; }

    public IReadOnlyList<JsonObject> Notes { get; init; } = [];

    public IReadOnlyList<JsonObject> Opportunities { get; init; } = [];

    public IReadOnlyList<JsonObject> Closes { get; init; } = [];

    public IReadOnlyList<IssueView> Issues { get; init; } = [];

    public JsonObject? Organization { get; init; }

    public JsonObject? Person { get; init; }

    public JsonObject? Hierarchy { get; init; }

    /// <summary>Runs, oldest first, not nested.</summary>
    public IReadOnlyList<RunView> Runs { get; init; } = [];
}
