using System.Text.Json;
using System.Text.Json.Nodes;

namespace B2BConnector.Host.Demo;

/// <summary>What the seller does with the lead of a sample.</summary>
internal enum SellerAction
{
    QualifyAndWin,
    QualifyAndLose,
    Disqualify,
    LeaveOpen,

    /// <summary>Nothing: somebody approves the prospect in Commerce headquarters.</summary>
    ApproveInHeadquarters,

    /// <summary>Nothing: somebody rejects the prospect in Commerce headquarters.</summary>
    RejectInHeadquarters,

    /// <summary>Nothing: the request is refused at the door.</summary>
    None,
}

/// <summary>One onboarding request of the folder <c>samples</c> and how its story must end.</summary>
/// <param name="Id">Short name of the sample, unique in the file.</param>
/// <param name="Channel">RetailChannelId of the online channel whose site receives the form.</param>
/// <param name="ViaConnector">True: submitted through the connector's operation; false: through the site form.</param>
/// <param name="Request">The form, as the site sends it.</param>
/// <param name="Action">What the seller does.</param>
/// <param name="ProspectStatus">Status of the prospect at the end: Pending, Approved, Rejected, or Refused where there must be none.</param>
/// <param name="LeadState">State of the lead at the end: Open, Qualified, Disqualified, or None.</param>
/// <param name="Message">What a refusal says; null where nothing is refused.</param>
internal sealed record Sample(
    string Id, string Channel, bool ViaConnector, JsonObject Request, SellerAction Action, string ProspectStatus, string LeadState, string? Message = null)
{
    public string Company => (string)Request["companyName"]!;

    public string Email => (string?)Request["email"] ?? "";

    public bool IsRefused => ProspectStatus == "Refused";

    public bool IsDecidedInHeadquarters => Action is SellerAction.ApproveInHeadquarters or SellerAction.RejectInHeadquarters;

    public bool Qualifies => Action is SellerAction.QualifyAndWin or SellerAction.QualifyAndLose;

    /// <summary>Reads the samples of a file, or of all files of a folder.</summary>
    /// <exception cref="SandboxFailure">The file is missing or is not what the demo can play.</exception>
    public static IReadOnlyList<Sample> Load(string file)
    {
        if (Directory.Exists(file))
        {
            return [.. Directory.EnumerateFiles(file, "*.json").Where(name => !name.EndsWith(".schema.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Reverse().SelectMany(Load)];
        }

        if (!File.Exists(file))
        {
            throw new SandboxFailure($"The samples are missing: {file}. Start the demo in the repository, or name the file with --samples.");
        }

        try
        {
            return [.. JsonNode.Parse(File.ReadAllText(file))!["requests"]!.AsArray().Select(Read)];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or NullReferenceException or ArgumentException)
        {
            throw new SandboxFailure($"The samples in {file} cannot be read: {error.Message}");
        }
    }

    private static Sample Read(JsonNode? node)
    {
        var sample = node!.AsObject();
        return new Sample(
            (string)sample["id"]!,
            (string)sample["channel"]!,
            (string?)sample["via"] == "connector",
            sample["request"]!.AsObject(),
            Enum.Parse<SellerAction>((string)sample["seller"]!["action"]!, ignoreCase: true),
            (string)sample["expected"]!["prospectStatus"]!,
            (string)sample["expected"]!["lead"]!,
            (string?)sample["expected"]!["message"]);
    }
}
