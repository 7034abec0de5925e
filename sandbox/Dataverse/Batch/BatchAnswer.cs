using System.Text;
using B2BConnector.Emulation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace B2BConnector.Dataverse.Batch;

/// <summary>The answers of a batch as one multipart/mixed body, a change set as a part with parts of its own.</summary>
internal sealed class BatchAnswer(IdSource ids)
{
    private readonly string _boundary = $"batchresponse_{ids()}";
    private readonly StringBuilder _body = new();

    public string ContentType => $"multipart/mixed; boundary={_boundary}";

    public void Add(HttpContext call) => Add(_boundary, call, null);

    public void Add(IEnumerable<(HttpContext Call, string? ContentId)> changeSet)
    {
        var boundary = $"changesetresponse_{ids()}";
        _body.Append($"--{_boundary}\r\nContent-Type: multipart/mixed; boundary={boundary}\r\n\r\n");
        foreach (var (call, id) in changeSet) Add(boundary, call, id);
        _body.Append($"--{boundary}--\r\n");
    }

    public string End() => _body.Append($"--{_boundary}--\r\n").ToString();

    private void Add(string boundary, HttpContext call, string? contentId)
    {
        var answer = call.Response;
        _body.Append($"--{boundary}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n");
        if (contentId is not null) _body.Append($"Content-ID: {contentId}\r\n");
        _body.Append($"\r\nHTTP/1.1 {answer.StatusCode} {ReasonPhrases.GetReasonPhrase(answer.StatusCode)}\r\n");
        foreach (var header in answer.Headers.Where(header => header.Key != "Content-Length")) _body.Append($"{header.Key}: {header.Value}\r\n");
        _body.Append("\r\n").Append(Encoding.UTF8.GetString(((MemoryStream)answer.Body).ToArray())).Append("\r\n");
    }
}
