using B2BConnector.Commerce.Headquarters;
using Microsoft.AspNetCore.Http;

namespace B2BConnector.Commerce.Operations;

/// <summary>POST /data/$batch exists in the real system and not here: said plainly.</summary>
internal sealed class Batch : IOperation
{
    public string Method => HttpMethods.Post;

    public string Route => "/data/$batch";

    public Task RunAsync(HttpContext context, CommerceSystem system) => throw FinOpsErrors.Unsupported("$batch");
}
