namespace B2BConnector.Emulation.SignIn;

/// <summary>What a token of <see cref="SandboxSignIn"/> says.</summary>
/// <param name="Tenant">Id of the tenant: <c>tid</c> and part of the issuer.</param>
/// <param name="Audience">The application it is for: <c>aud</c>.</param>
/// <param name="Roles">App roles; empty = no claim.</param>
public sealed record SandboxToken(string Tenant, string Audience, IReadOnlyList<string> Roles)
{
    /// <summary>Further claims: <c>scp</c> for a person, <c>idtyp</c> for an application, <c>azp</c>, <c>sub</c> …</summary>
    public IReadOnlyDictionary<string, object> Claims { get; init; } = new Dictionary<string, object>(StringComparer.Ordinal);

    /// <summary>From now on.</summary>
    public TimeSpan Lifetime { get; init; } = SandboxSignIn.Lifetime;
}
