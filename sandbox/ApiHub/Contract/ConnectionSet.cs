using Newtonsoft.Json.Linq;

namespace B2BConnector.ApiHub.Contract;

/// <summary>One way to connect: a set of <c>connectionParameterSets</c>, or <c>connectionParameters</c> as the only one.</summary>
/// <param name="Name">Empty for <c>connectionParameters</c>.</param>
/// <param name="Parameters">Name and declaration.</param>
internal sealed record ConnectionSet(string Name, IReadOnlyDictionary<string, JObject> Parameters)
{
    /// <summary>The parameter of type <c>oauthSetting</c>; null when the set signs in otherwise.</summary>
    public JObject? OAuth => Parameters.Values.FirstOrDefault(IsOAuth)?["oAuthSettings"] as JObject;

    /// <summary>Parameters that whoever makes the connection has to fill in.</summary>
    public IEnumerable<string> Required => Parameters
        .Where(parameter => !IsOAuth(parameter.Value) && (string?)parameter.Value["uiDefinition"]?["constraints"]?["required"] == "true")
        .Select(parameter => parameter.Key);

    public static ConnectionSet From(string name, JObject? parameters) => new(
        name,
        (parameters?.Properties() ?? []).Where(parameter => parameter.Value is JObject).ToDictionary(parameter => parameter.Name, parameter => (JObject)parameter.Value, StringComparer.OrdinalIgnoreCase));

    private static bool IsOAuth(JObject parameter) => (string?)parameter["type"] == "oauthSetting";
}
