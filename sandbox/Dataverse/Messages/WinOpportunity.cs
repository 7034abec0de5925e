using B2BConnector.Dataverse.Http;
using B2BConnector.Dataverse.Rows;
using B2BConnector.Dataverse.Rules;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Messages;

/// <summary>Closes an opportunity as won.</summary>
[Message("WinOpportunity")]
internal sealed class WinOpportunity : IMessage
{
    public JObject? Run(DataverseRequest request, DataWriter data, JObject? target, JObject parameters) =>
        CloseOpportunity.Run("WinOpportunity", data, OpportunityRules.Won, parameters);
}
