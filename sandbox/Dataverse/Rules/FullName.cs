using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Rules;

internal static class FullName
{
    /// <summary>Computes fullname from the parts, in the default order of an organization: first name, last name.</summary>
    public static void Compute(JObject row)
    {
        var name = string.Join(' ', new[] { (string?)row["firstname"], (string?)row["lastname"] }.Where(part => !string.IsNullOrWhiteSpace(part)));
        row["fullname"] = name.Length > 0 ? name : JValue.CreateNull();
    }
}
