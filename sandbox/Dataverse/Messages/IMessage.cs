using B2BConnector.Dataverse.Http;
using B2BConnector.Dataverse.Rows;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Messages;

/// <summary>One message of the platform, one file each. It runs inside the transaction of its request.</summary>
internal interface IMessage
{
    /// <param name="request">The request, for contexts.</param>
    /// <param name="data">The open transaction.</param>
    /// <param name="target">The row of a bound message, else null.</param>
    /// <param name="parameters">The body of an action; empty for a function.</param>
    /// <returns>The body of the answer (200), or null for 204.</returns>
    JObject? Run(DataverseRequest request, DataWriter data, JObject? target, JObject parameters);
}
