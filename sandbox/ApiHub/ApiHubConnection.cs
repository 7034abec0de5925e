namespace B2BConnector.ApiHub;

/// <summary>One API connection, as Azure keeps it apart from the workflows.</summary>
/// <param name="Api"><c>commondataservice</c>, or the name of the custom connector (<c>b2bconnector</c>).</param>
/// <param name="ConnectionId">Last part of the connection's runtime URL.</param>
/// <param name="Key">What callers send as <c>Authorization: Key …</c>.</param>
public sealed record ApiHubConnection(string Api, string ConnectionId, string Key)
{
    /// <summary>The set of <c>connectionParameterSets</c> that the connection uses; empty when apiProperties.json has <c>connectionParameters</c> only.</summary>
    public string ParameterSet { get; init; } = "";

    /// <summary>Gives the token of the person who signed in when the connection was made. Only for sets that sign a person in, and required there.</summary>
    public Func<CancellationToken, ValueTask<string>>? Token { get; init; }

    /// <summary>Values of the connection parameters that apiProperties.json declares: host, API key and so on.</summary>
    public IReadOnlyDictionary<string, string> ParameterValues { get; init; } = new Dictionary<string, string>();

    /// <summary>Address of the Dataverse environment. Only for <c>commondataservice</c>, and required there.</summary>
    public Uri? Backend { get; init; }

    /// <summary>Token that Dataverse is called with.</summary>
    /// <value>The default is <c>sandbox-logicapp</c>, the sandbox's application user.</value>
    public string BackendToken { get; init; } = "sandbox-logicapp";
}
