using System.Security.Cryptography;
using System.Text;
using B2BConnector.Runtime.Execution;
using B2BConnector.Runtime.Storage;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.History;

/// <summary>Signed links to inputs and outputs: {uri, contentVersion, contentSize, contentHash}.</summary>
internal static class ContentLinks
{
    public const string Prefix = "/runtime/webhooks/workflow/scaleUnits/prod-00/workflows/";

    public static JObject Of(EngineServices services, string workflowId, string rest, JToken content)
    {
        var bytes = Encoding.UTF8.GetBytes(JsonText.Write(content));
        var hash = Convert.ToBase64String(MD5.HashData(bytes));
        return new JObject
        {
            ["uri"] = services.Callbacks.Content($"{Prefix}{workflowId}/{rest}"),
            ["contentVersion"] = hash,
            ["contentSize"] = bytes.Length,
            ["contentHash"] = new JObject { ["algorithm"] = "md5", ["value"] = hash },
        };
    }
}
