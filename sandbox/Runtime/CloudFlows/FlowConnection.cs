namespace B2BConnector.Runtime.CloudFlows;

/// <summary>A connection of a Power Platform environment.</summary>
/// <param name="RuntimeUrl">Where calls go; the path of the operation is appended.</param>
/// <param name="Key">The connection key.</param>
public sealed record FlowConnection(Uri RuntimeUrl, string Key)
{
    /// <summary>
    /// Swagger 2.0 of the connector: flows name operations, and only the definition says what to call. Null takes the one this runtime has under the
    /// connector's name; it has <c>shared_commondataserviceforapps</c>.
    /// </summary>
    public string? Definition { get; init; }

    /// <summary>Never shows the key.</summary>
    public override string ToString() => RuntimeUrl.ToString();
}
