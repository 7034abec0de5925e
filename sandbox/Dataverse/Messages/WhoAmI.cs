using B2BConnector.Dataverse.Http;
using B2BConnector.Dataverse.Rows;
using B2BConnector.Dataverse.Seed;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Messages;

/// <summary>Who the caller is. Microsoft's sample client reads x-ms-dop-hint from this answer.</summary>
[Message("WhoAmI", IsFunction = true)]
internal sealed class WhoAmI : IMessage
{
    public JObject Run(DataverseRequest request, DataWriter data, JObject? target, JObject parameters) => new()
    {
        ["@odata.context"] = $"{request.Root}/$metadata#Microsoft.Dynamics.CRM.WhoAmIResponse",
        ["BusinessUnitId"] = data.Caller.BusinessUnitId.ToString(),
        ["UserId"] = data.Caller.UserId.ToString(),
        ["OrganizationId"] = SeedIds.Organization.ToString(),
    };
}
