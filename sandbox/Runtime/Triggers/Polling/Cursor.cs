using System.Security.Cryptography;
using System.Text;
using B2BConnector.Runtime.Storage;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Triggers.Polling;

/// <summary>Where a polling trigger asks next. Other inputs than before begin anew, because a cursor belongs to its question.</summary>
internal sealed record Cursor(string Question, Uri? Address)
{
    public static Cursor Of(JObject? state, JToken inputs)
    {
        var question = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonText.Write(inputs))));
        var known = (string?)state?["question"] == question && (string?)state?["cursor"] is { } address ? new Uri(address) : null;
        return new Cursor(question, known);
    }

    /// <summary>The state after an answer; an answer without Location keeps the cursor.</summary>
    public JObject Next(string? location, Uri baseAddress, DateTimeOffset due)
    {
        var state = new JObject { ["question"] = Question, ["due"] = JsonText.Time(due) };
        if ((location is null ? Address : new Uri(Address ?? baseAddress, location)) is { } next)
        {
            state["cursor"] = next.AbsoluteUri;
        }

        return state;
    }
}
