using System.Text.Json.Nodes;

namespace B2BConnector.Host.Verification;

/// <summary>What is to be verified.</summary>
/// <param name="LegalEntity">Legal entity of the test request.</param>
/// <param name="Name">Name of the verification: the same again goes on with it.</param>
/// <param name="Channel">Online channel; null: the only one of the legal entity.</param>
/// <param name="TestEmail">Mailbox that the mail about the rejection goes to; null: none that anybody reads.</param>
/// <param name="ConfirmProduction">Says that it may be done in production.</param>
/// <param name="Patience">How long to wait for the report.</param>
internal sealed record VerificationOptions(string LegalEntity, string Name, string? Channel, string? TestEmail, bool ConfirmProduction, TimeSpan Patience)
{
    /// <summary>The body of the call.</summary>
    public JsonObject ToJson()
    {
        var body = new JsonObject { ["legalEntity"] = LegalEntity, ["verification"] = Name, ["confirmProduction"] = ConfirmProduction };
        foreach (var (field, value) in new[] { ("channel", Channel), ("testEmail", TestEmail) })
        {
            if (value is not null)
            {
                body[field] = value;
            }
        }

        return body;
    }
}
