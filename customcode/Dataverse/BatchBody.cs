using System.Text;

namespace B2BConnector.CustomCode.Dataverse;

/// <summary>
/// Writes several requests as one message to <c>$batch</c>. A boundary is a line of its own, and no request holds a line break, so a fixed
/// one is never found inside.
/// </summary>
/// <remarks>https://learn.microsoft.com/power-apps/developer/data-platform/webapi/execute-batch-operations-using-web-api</remarks>
internal static class BatchBody
{
    private const string Root = "/api/data/v9.2/";
    private const string Boundary = "batch_b2bconnector", ChangeSet = "changeset_b2bconnector";
    private const string Line = "\r\n";

    public const string ContentType = $"multipart/mixed; boundary=\"{Boundary}\"";

    public static string Of(IEnumerable<RowQuery> queries)
    {
        var body = new StringBuilder();
        foreach (var query in queries)
        {
            Part(body, Boundary, contentId: null).Append($"GET {Root}{query.Url} HTTP/1.1{Line}Accept: application/json{Line}{Line}{Line}");
        }

        return body.Append($"--{Boundary}--{Line}").ToString();
    }

    /// <summary>All of them or none.</summary>
    public static string Of(IEnumerable<RowUpdate> rows)
    {
        var body = new StringBuilder($"--{Boundary}{Line}Content-Type: multipart/mixed; boundary=\"{ChangeSet}\"{Line}{Line}");
        foreach (var (row, number) in rows.Select((row, index) => (row, index + 1)))
        {
            // If-Match: * updates and never creates.
            Part(body, ChangeSet, number).Append($"PATCH {Root}{row.Set}({row.Id}) HTTP/1.1{Line}Content-Type: application/json{Line}If-Match: *{Line}{Line}{row.Columns}{Line}");
        }

        return body.Append($"--{ChangeSet}--{Line}--{Boundary}--{Line}").ToString();
    }

    private static StringBuilder Part(StringBuilder body, string boundary, int? contentId)
    {
        body.Append($"--{boundary}{Line}Content-Type: application/http{Line}Content-Transfer-Encoding: binary{Line}");
        return (contentId is null ? body : body.Append($"Content-ID: {contentId}{Line}")).Append(Line);
    }
}
