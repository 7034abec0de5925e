using System.Text;
using System.Text.Json.Nodes;
using B2BConnector.Connector.Tests.Contract;

namespace B2BConnector.Connector.Tests.Generated;

/// <summary>One generated request with its label.</summary>
internal sealed record GeneratedRequest(ContractOperation Operation, string Path)
{
    public string Class { get; init; } = "";

    /// <summary>What the contract says about it; a request is only sent when that is known.</summary>
    public bool Valid { get; init; }

    public HttpMethod Method { get; init; } = new(Operation.Method);

    public byte[]? Body { get; init; }

    public string? ContentType { get; init; } = "application/json";

    public string? Key { get; init; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>The statuses a refusal may have, where the contract tells more than "4xx".</summary>
    public int? Status { get; init; }

    /// <summary>The body as it was meant, to be compared with what reads back.</summary>
    public JsonObject? Sent { get; init; }

    /// <summary>Text of an attack, which must reach Commerce as one literal or not at all.</summary>
    public string? Attack { get; init; }

    public GeneratedRequest With(JsonObject body) => this with { Sent = body, Body = Encoding.UTF8.GetBytes(body.ToJsonString()) };

    public GeneratedRequest Raw(string body) => this with { Body = Encoding.UTF8.GetBytes(body) };

    public HttpRequestMessage ToMessage(Uri root)
    {
        var address = new Uri(root.GetLeftPart(UriPartial.Authority) + Path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var message = new HttpRequestMessage(Method, address);
        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
            if (ContentType is not null)
            {
                message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
            }

            message.Headers.ExpectContinue = Body.Length > ConnectorApp.MaxRequestBytes ? true : null;
        }

        if (Key is not null)
        {
            message.Headers.TryAddWithoutValidation("X-Api-Key", Key);
        }

        foreach (var (name, value) in Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }

    public override string ToString()
    {
        var body = Body is null ? "" : " " + Encoding.UTF8.GetString(Body.AsSpan(0, Math.Min(Body.Length, 600)));
        return $"{Class}: {Method} {Path} {string.Join(' ', Headers.Select(header => $"[{header.Name}: {header.Value}]"))} {ContentType}{body}";
    }
}
