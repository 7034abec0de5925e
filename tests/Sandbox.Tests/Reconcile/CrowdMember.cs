using System.Text.Json.Nodes;

namespace B2BConnector.Sandbox.Tests.Reconcile;

/// <summary>What happened to a prospect without anybody hearing of it.</summary>
internal enum Unheard
{
    /// <summary>Nothing: its lead is there and open.</summary>
    Nothing,
    Created,
    NoteLost,
    Qualified,
    Won,
    Lost,
    Disqualified,
    ApprovedInHeadquarters,
    RejectedInHeadquarters,
}

/// <summary>One prospect of a crowd.</summary>
internal sealed class CrowdMember(int number, Unheard unheard)
{
    public Unheard Unheard => unheard;

    public string Email => $"buyer-{number}@crowd.example";

    public string Channel => number % 2 == 0 ? "000000011" : "000000012";

    public string LegalEntity { get; set; } = "";

    public string ProspectId { get; set; } = "";

    public string? LeadId { get; set; }

    public string Key => $"{LegalEntity}:{ProspectId}";

    /// <summary>How Commerce must see the prospect in the end.</summary>
    public string Status => unheard switch
    {
        Unheard.Won or Unheard.ApprovedInHeadquarters => "Approved",
        Unheard.Lost or Unheard.Disqualified or Unheard.RejectedInHeadquarters => "Rejected",
        _ => "Pending",
    };

    public bool Qualifies => unheard is Unheard.Qualified or Unheard.Won or Unheard.Lost;

    /// <summary>Calls of the connector that its repair needs: one to do it, one before it where customers are missing.</summary>
    public int Calls => unheard switch { Unheard.Nothing => 0, Unheard.Won or Unheard.Lost => 2, _ => 1 };

    public JsonObject Request => new()
    {
        ["firstName"] = "Ada",
        ["lastName"] = $"Lovelace {number}",
        ["email"] = Email,
        ["phone"] = "+1 206 555 0142",
        ["companyName"] = $"Crowd company {number}",
        ["companySize"] = 10,
        ["language"] = "en-US",
        ["address"] = new JsonObject { ["street"] = "Alaskan Way S", ["city"] = "Seattle", ["state"] = "WA", ["zipCode"] = "98134", ["country"] = "USA" },
    };

    public override string ToString() => $"{Key} {unheard}";
}
