namespace B2BConnector.CustomCode.Dataverse;

/// <summary>Gives the bearer token for Dataverse.</summary>
internal interface IDataverseToken
{
    /// <exception cref="DataverseException">No token is to be had.</exception>
    Task<string> GetAsync(CancellationToken cancellationToken);
}
