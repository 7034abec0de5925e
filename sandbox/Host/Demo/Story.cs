using System.Text.Json.Nodes;

namespace B2BConnector.Host.Demo;

/// <summary>One sample on its way through all systems, and what was found at its end.</summary>
internal sealed class Story(Sample sample)
{
    public Sample Sample { get; } = sample;

    public string? ConfirmationId { get; set; }

    public string? LegalEntity { get; set; }

    public string? ProspectId { get; set; }

    public string Key => ProspectId is null ? Sample.Id : $"{LegalEntity}:{ProspectId}";

    /// <summary>The row in <i>All Commerce B2B Leads</i>; null until the lead is there.</summary>
    public JsonObject? Lead { get; set; }

    public string? LeadId => (string?)Lead?["leadid"];

    /// <summary>What the door said to a request that it refused; null when it was let in.</summary>
    public string? Refusal { get; set; }

    /// <summary>The seller has done what the sample says.</summary>
    public bool SellerDone { get; set; }

    /// <summary>The last step that a system refused, in its words; null when none did.</summary>
    public string? LastRefusal { get; set; }

    public StoryFacts? Facts { get; set; }

    /// <summary>What is missing or doubled, in words; empty when the story ended as the sample says.</summary>
    public List<string> Problems { get; } = [];
}

/// <summary>What all systems say about one story at its end.</summary>
internal sealed record StoryFacts
{
    public string ProspectStatus { get; init; } = "";

    public int Leads { get; init; }

    public string LeadState { get; init; } = "";

    /// <summary>Status that the lead mirrors from Commerce.</summary>
    public string MirroredStatus { get; init; } = "";

    public int Notes { get; init; }

    public int Opportunities { get; init; }

    public string OpportunityState { get; init; } = "";

    public IReadOnlyList<string> Organizations { get; init; } = [];

    public IReadOnlyList<string> Persons { get; init; } = [];

    public IReadOnlyList<string> Hierarchies { get; init; } = [];

    public int Administrators { get; init; }

    public IReadOnlyList<string> Mails { get; init; } = [];

    /// <summary>Open sync issues: step and reason, as the administrator reads them.</summary>
    public IReadOnlyList<string> SyncIssues { get; init; } = [];
}
