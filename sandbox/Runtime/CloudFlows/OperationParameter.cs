using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.CloudFlows;

/// <summary>A parameter of an operation.</summary>
/// <param name="Name">Its name; of a body, what its parts are prefixed with (<c>item/subject</c>).</param>
/// <param name="Place">path, query, header or body.</param>
/// <param name="Json">Its declaration, references followed.</param>
internal sealed record OperationParameter(string Name, string Place, JObject Json)
{
    public bool Required => (bool?)Json["required"] == true;

    /// <summary>The platform fills in what makers do not see.</summary>
    public JToken? Filled => Json["default"] is { } value && (Required || (string?)Json["x-ms-visibility"] == "internal") ? value : null;

    public bool IsDoubleEncoded => (string?)Json["x-ms-url-encoding"] == "double";
}
