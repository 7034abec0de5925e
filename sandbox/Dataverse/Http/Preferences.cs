using System.Globalization;
using B2BConnector.Dataverse.Rows;
using Microsoft.AspNetCore.Http;

namespace B2BConnector.Dataverse.Http;

/// <summary>The <c>Prefer</c> header: <c>return=representation</c>, <c>odata.maxpagesize=n</c>, <c>odata.include-annotations="…"</c> (quotes optional). Others are ignored, as preferences are.</summary>
internal sealed class Preferences
{
    public const int LargestPage = 5000;

    private Preferences(bool representation, int? pageSize, Annotations annotations) => (Representation, PageSize, Annotations) = (representation, pageSize, annotations);

    public bool Representation { get; }

    /// <value>Rows per page as asked for; null = the largest.</value>
    public int? PageSize { get; }

    public Annotations Annotations { get; }

    public static Preferences Read(HttpRequest request)
    {
        var (representation, size, patterns) = (false, (int?)null, new List<string>());
        string? current = null;
        foreach (var part in string.Join(',', (IEnumerable<string?>)request.Headers["Prefer"]).Split(',', ';'))
        {
            var equals = part.IndexOf('=');
            var value = (equals < 0 ? part : part[(equals + 1)..]).Trim().Trim('"');
            if (equals >= 0 || value.StartsWith("odata.", StringComparison.OrdinalIgnoreCase)) current = part[..(equals < 0 ? part.Length : equals)].Trim().ToLowerInvariant();
            switch (current)
            {
                case "return": representation = value == "representation"; break;
                // A list of patterns goes on over commas until the next preference.
                case "odata.include-annotations" when value.Length > 0: patterns.Add(value); break;
                case "odata.maxpagesize" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0: size = Math.Min(number, LargestPage); break;
                case "odata.track-changes": throw DataverseErrors.Unsupported("change tracking (odata.track-changes)");
            }
        }
        return new Preferences(representation, size, new Annotations(patterns));
    }
}
