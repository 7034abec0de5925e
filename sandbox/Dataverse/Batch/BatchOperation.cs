using Microsoft.AspNetCore.Http;

namespace B2BConnector.Dataverse.Batch;

/// <summary>One request inside a batch.</summary>
/// <param name="Method">As sent.</param>
/// <param name="Url">Absolute, from the host's root, or relative to the service root; may begin with the reference of an earlier operation (<c>$1</c>).</param>
/// <param name="Headers">Its own headers.</param>
/// <param name="Body">What follows the empty line.</param>
/// <param name="ContentId">The value of Content-ID; null without.</param>
internal sealed record BatchOperation(string Method, string Url, IHeaderDictionary Headers, string Body, string? ContentId);
