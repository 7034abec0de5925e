using System.Net.Http.Headers;

namespace B2BConnector.Connector.Commerce;

/// <summary>How a call to the scale unit announces itself.</summary>
/// <param name="OperatingUnit">The channel it is for, header OUN.</param>
/// <param name="Scheme">Scheme of the Authorization header.</param>
/// <param name="Token">The same for every repetition of one form. Assumed: no document names such a header, and one that is not known does no harm.</param>
internal sealed record ScaleUnitCaller(string OperatingUnit, string Scheme, string? Token)
{
    private const string TokenHeader = "Idempotency-Key";

    public void AddTo(HttpRequestHeaders headers)
    {
        headers.Add("OUN", OperatingUnit);
        if (Token is not null)
        {
            headers.Add(TokenHeader, Token);
        }
    }
}
