using B2BConnector.Dataverse.Http;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Operations;

/// <summary>If-Match and If-None-Match of writes.</summary>
internal static class Precondition
{
    public static void Check(DataverseRequest request, JObject? existing)
    {
        if (existing is null) return;
        if (request.Header("If-None-Match") == "*") throw DataverseErrors.DuplicateId();
        if (request.Header("If-Match") is { } expected && expected != "*" && expected != $"W/\"{existing["versionnumber"]}\"") throw DataverseErrors.VersionMismatch();
    }
}
