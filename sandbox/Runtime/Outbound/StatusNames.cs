using System.Globalization;
using System.Net;

namespace B2BConnector.Runtime.Outbound;

/// <summary>Codes of HTTP answers: the .NET Framework names of the platform; statuses that it has no name for are numbers.</summary>
internal static class StatusNames
{
    // Names that newer .NET versions added and the platform's history does not use.
    private static readonly HashSet<int> Unnamed = [102, 103, 207, 208, 226, 308, 421, 422, 423, 424, 428, 429, 431, 451, 506, 507, 508, 510, 511];

    public static string Of(int status) => !Unnamed.Contains(status) && Enum.IsDefined((HttpStatusCode)status)
        ? status switch
        {
            // Several names share these numbers.
            300 => "MultipleChoices",
            301 => "MovedPermanently",
            302 => "Found",
            303 => "SeeOther",
            307 => "TemporaryRedirect",
            _ => ((HttpStatusCode)status).ToString(),
        }
        : status.ToString(CultureInfo.InvariantCulture);
}
