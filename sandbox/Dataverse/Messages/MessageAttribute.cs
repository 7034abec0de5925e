namespace B2BConnector.Dataverse.Messages;

/// <summary>Names a message. Bound ones name their table; a function answers GET, an action POST.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class MessageAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    public string? BoundTo { get; init; }

    public bool IsFunction { get; init; }
}
