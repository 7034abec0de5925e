using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace B2BConnector.Dataverse.Batch;

/// <summary>
/// Reads the body of a batch: multipart/mixed, lines end with CRLF, each part an application/http request or a change set of such.
/// </summary>
/// <remarks>https://learn.microsoft.com/power-apps/developer/data-platform/webapi/execute-batch-operations-using-web-api</remarks>
internal static class BatchReader
{
    public const int MostOperations = 1000;

    /// <exception cref="DataverseFault">400: not of that form, too many operations, a read in a change set.</exception>
    public static async Task<IReadOnlyList<BatchItem>> ReadAsync(HttpRequest request)
    {
        try
        {
            var items = new List<BatchItem>();
            var count = 0;
            await foreach (var section in SectionsAsync(request.ContentType, request.Body, request.HttpContext.RequestAborted))
            {
                var isChangeSet = Type(section.ContentType).MediaType.Equals("multipart/mixed", StringComparison.OrdinalIgnoreCase);
                var operations = isChangeSet ? await ChangeSetAsync(section, request.HttpContext.RequestAborted) : [await OperationAsync(section)];
                items.Add(new BatchItem(operations, isChangeSet));
                if ((count += operations.Count) > MostOperations) throw DataverseErrors.BadBatch($"A batch holds {MostOperations} requests at most.");
            }
            return items;
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            throw DataverseErrors.BadBatch("The body is not a multipart/mixed message whose lines end with CRLF and whose last boundary ends with '--'.");
        }
    }

    private static async Task<IReadOnlyList<BatchOperation>> ChangeSetAsync(MultipartSection section, CancellationToken stop)
    {
        var operations = new List<BatchOperation>();
        await foreach (var part in SectionsAsync(section.ContentType, section.Body, stop))
        {
            var operation = await OperationAsync(part);
            if (HttpMethods.IsGet(operation.Method)) throw DataverseErrors.BadBatch("A change set holds no GET request.");
            operations.Add(operation);
        }
        return operations;
    }

    private static async IAsyncEnumerable<MultipartSection> SectionsAsync(
        string? contentType, Stream body, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var type = Type(contentType);
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        if (!type.MediaType.Equals("multipart/mixed", StringComparison.OrdinalIgnoreCase) || boundary.Length == 0)
            throw DataverseErrors.BadBatch("A batch and each of its change sets need the Content-Type multipart/mixed with a boundary.");
        var reader = new MultipartReader(boundary, body);
        while (await reader.ReadNextSectionAsync(stop) is { } section) yield return section;
    }

    private static MediaTypeHeaderValue Type(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) ? type : throw DataverseErrors.BadBatch("A part of the batch has no Content-Type.");

    private static async Task<BatchOperation> OperationAsync(MultipartSection section)
    {
        if (!Type(section.ContentType).MediaType.Equals("application/http", StringComparison.OrdinalIgnoreCase))
            throw DataverseErrors.BadBatch("Each request of a batch needs the Content-Type application/http.");
        using var reader = new StreamReader(section.Body, Encoding.UTF8);
        var text = (await reader.ReadToEndAsync()).Split("\r\n\r\n", 2);
        var lines = text[0].Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        if (lines is not [var first, .. var headers] || first.Split(' ') is not [var method, .. var url, "HTTP/1.1"] || url.Length == 0)
            throw DataverseErrors.BadBatch("Each request of a batch begins with a line 'METHOD url HTTP/1.1'.");
        var read = new HeaderDictionary();
        foreach (var header in headers)
        {
            var colon = header.IndexOf(':');
            if (colon < 1) throw DataverseErrors.BadBatch("A header of a request of the batch has no name.");
            read.Append(header[..colon].Trim(), header[(colon + 1)..].Trim());
        }
        var id = section.Headers?.TryGetValue("Content-ID", out var given) == true ? given.ToString() : null;
        return new BatchOperation(method, string.Join(' ', url), read, text.ElementAtOrDefault(1)?.Trim() ?? "", id);
    }
}
