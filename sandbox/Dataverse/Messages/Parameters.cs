using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Messages;

/// <summary>Reads the parameters of an action; a missing or mistyped one is an error that names it.</summary>
internal sealed class Parameters(string message, JObject body)
{
    /// <summary>Refuses parameters the message does not have.</summary>
    public Parameters Only(params string[] names)
    {
        foreach (var member in body.Properties())
        {
            if (!names.Contains(member.Name) && !member.Name.Contains('@'))
                throw DataverseErrors.InvalidArgument($"The parameter '{member.Name}' in the request payload is not a valid parameter for the operation '{message}'.");
        }
        return this;
    }

    public bool Flag(string name) => body[name] is { Type: JTokenType.Boolean } value ? (bool)value : throw Missing(name, "Edm.Boolean");

    public int Whole(string name) => body[name] is JValue { Value: long and >= int.MinValue and <= int.MaxValue } value ? (int)value : throw Missing(name, "Edm.Int32");

    public JObject Object(string name) => body[name] as JObject ?? throw Missing(name, "an object");

    public JToken? Optional(string name) => body[name];

    private DataverseFault Missing(string name, string type) =>
        DataverseErrors.InvalidArgument($"The parameter '{name}' of the operation '{message}' is required and must be {type}.");
}
