namespace B2BConnector.Runtime.Definitions;

/// <summary>The text is no JSON; <see cref="Offset"/> says where.</summary>
internal sealed class JsonSyntaxException(string message, int offset) : Exception(message)
{
    public int Offset { get; } = offset;
}
