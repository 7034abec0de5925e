using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Host.Transport;

/// <summary>The operations behind a connection.</summary>
internal interface IOperations
{
    /// <summary>The plain call for the inputs of an action or trigger; null, with problems, when there is none.</summary>
    HttpTarget? Find(JObject inputs, string method, ICollection<Problem> problems);

    /// <summary>Inputs of the HttpWebhook trigger for those of a subscription; null, with problems, when there are none.</summary>
    JObject? Subscribe(JObject inputs, string workflow, string trigger, ICollection<Problem> problems);
}
