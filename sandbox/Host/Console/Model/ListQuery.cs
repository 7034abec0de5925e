namespace B2BConnector.Host.ConsolePages.Model;

/// <summary>What the list was asked for.</summary>
/// <param name="Status">Pending, Approved, Rejected, issues; empty = all.</param>
/// <param name="Search">Part of company or key.</param>
/// <param name="Page">Counted from 1.</param>
public sealed record ListQuery(string Status = "", string Search = "", int Page = 1)
{
    public const int Size = 25;

    public bool Takes(ProspectLine line) =>
        (Status.Length == 0 || (Status == "issues" ? line.OpenIssues > 0 : string.Equals(line.Status, Status, StringComparison.OrdinalIgnoreCase)))
        && (Search.Length == 0
            || line.Company.Contains(Search, StringComparison.OrdinalIgnoreCase)
            || line.Key.ToString().Contains(Search, StringComparison.OrdinalIgnoreCase));

    /// <summary>The address of the same list, changed.</summary>
    public string Link(string path = "/", string? status = null, int? page = null)
    {
        var parts = new List<string>();
        Add("status", status ?? Status);
        Add("q", Search);
        Add("page", page is { } number && number > 1 ? $"{number}" : "");
        return parts.Count == 0 ? path : path + "?" + string.Join('&', parts);

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }
    }
}
