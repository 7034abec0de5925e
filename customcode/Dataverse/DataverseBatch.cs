using System.Net;
using System.Text.Json;

namespace B2BConnector.CustomCode.Dataverse;

/// <summary>What a batch of reads or updates came to, whichever client carried it.</summary>
internal static class DataverseBatch
{
    /// <summary>The first page of each query.</summary>
    /// <exception cref="DataverseException">The whole or one of the requests was refused.</exception>
    public static IReadOnlyList<RowPage> Pages(HttpStatusCode status, string body, int queries)
    {
        var pages = Answers(status, body).Select(answer => RowPage.Read(answer.Status, answer.Body)).ToList();
        return pages.Count == queries ? pages : throw new DataverseException($"Dataverse answered {pages.Count} of {queries} queries.");
    }

    /// <exception cref="DataverseException">The whole or one of the requests was refused.</exception>
    public static void Updated(HttpStatusCode status, string body)
    {
        if (Answers(status, body).FirstOrDefault(answer => !IsSuccess(answer.Status)) is { } refused)
        {
            throw RowPage.Refusal(refused.Status, refused.Body);
        }
    }

    // Refused as a whole, by Dataverse or by what stands before it, the answer is no batch; refused in one request, it ends with that.
    private static IEnumerable<BatchPart> Answers(HttpStatusCode status, string body) =>
        IsSuccess(status) || body.StartsWith("--", StringComparison.Ordinal) ? BatchPart.Read(body) : throw RowPage.Refusal(status, body);

    private static bool IsSuccess(HttpStatusCode status) => (int)status is >= 200 and <= 299;
}
