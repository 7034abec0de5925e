namespace B2BConnector.CustomCode.Dataverse;

/// <summary>Where Dataverse is and who asks. App settings of the Logic App reach functions as environment variables.</summary>
/// <param name="Url">The environment, such as <c>https://contoso.crm4.dynamics.com</c>.</param>
/// <param name="IdentityEndpoint">App Service's identity endpoint.</param>
/// <param name="IdentityHeader">The secret that goes with it.</param>
internal sealed record DataverseSettings(Uri Url, string IdentityEndpoint, string IdentityHeader)
{
    /// <exception cref="DataverseException">A setting is missing or no URL.</exception>
    public static DataverseSettings Read(Func<string, string?> setting)
    {
        var url = Required("DATAVERSE_URL", "Set it to the address of the Dataverse environment.");
        return Uri.TryCreate(url, UriKind.Absolute, out var address)
            ? new DataverseSettings(
                address,
                Required("IDENTITY_ENDPOINT", "Turn on the managed identity of the Logic App."),
                Required("IDENTITY_HEADER", "Turn on the managed identity of the Logic App."))
            : throw new DataverseException("The setting DATAVERSE_URL is not an absolute URL.");

        string Required(string name, string remedy) => setting(name) is { Length: > 0 } value
            ? value
            : throw new DataverseException($"The setting {name} is missing. {remedy}");
    }
}
