using B2BConnector.Dataverse.Http;
using B2BConnector.Dataverse.Rows;
using B2BConnector.Dataverse.Rules;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Messages;

/// <summary>Closes an opportunity as lost.</summary>
[Message("LoseOpportunity")]
internal sealed class LoseOpportunity : IMessage
{
    public JObject? Run(DataverseRequest request, DataWriter data, JObject? target, JObject parameters) =>
        CloseOpportunity.Run("LoseOpportunity", data, OpportunityRules.Lost, parameters);
}
