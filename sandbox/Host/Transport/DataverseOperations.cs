using B2BConnector.ApiHub;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Host.Transport;

/// <summary>The managed API <c>commondataservice</c>: addresses of the Web API, the environment in a header, names encoded twice.</summary>
internal sealed class DataverseOperations : IOperations
{
    private const string Registrations = "/callbackregistrations";

    /// <summary>Headers that the gateway and the designer read, and the Web API does not.</summary>
    private static readonly string[] OfTheGateway = ["organization", "catalog", "category"];

    public HttpTarget? Find(JObject inputs, string method, ICollection<Problem> problems)
    {
        if (PathText.Read(inputs["path"]) is not { } path)
        {
            problems.Add(TransportProblems.NotReadable(PathOf(inputs)));
            return null;
        }

        if (!DataverseApi.IsWebApi(path.Shape))
        {
            problems.Add(TransportProblems.NoWebApi(PathOf(inputs), path.Shape));
            return null;
        }

        var headers = inputs["headers"] as JObject ?? [];
        if (headers.GetValue("organization", StringComparison.OrdinalIgnoreCase) is not { Type: JTokenType.String } organization)
        {
            problems.Add(TransportProblems.NoOrganization(inputs.Path));
            return null;
        }

        var kept = headers.Properties().Where(header => !OfTheGateway.Contains(header.Name, StringComparer.OrdinalIgnoreCase)).Select(header => header.DeepClone()).ToList();
        return new HttpTarget(HttpTarget.InText((string)organization!) + path.EncodedOnce(), (string)organization!, kept.Count == 0 ? null : new JObject(kept));
    }

    /// <summary>
    /// The registration is a row of Dataverse. The managed connector learns its id from Location; an HttpWebhook trigger cannot, so the id is a
    /// parameter and the row is upserted. Inferred: the table takes an id of the caller and upserts, as every table does.
    /// </summary>
    /// <remarks>https://learn.microsoft.com/power-apps/developer/data-platform/webapi/update-delete-entities-using-web-api#upsert-a-table-row.</remarks>
    public JObject? Subscribe(JObject inputs, string workflow, string trigger, ICollection<Problem> problems)
    {
        if (Find(inputs, "post", problems) is not { } target)
        {
            return null;
        }

        if (!target.Uri.EndsWith(Registrations, StringComparison.Ordinal))
        {
            problems.Add(TransportProblems.NamedByAnswer(PathOf(inputs)));
            return null;
        }

        var row = $"{target.Uri}(@{{parameters('{RegistrationIds.Parameter}')?['{workflow}']}})";
        var subscribe = new JObject { ["method"] = "PATCH", ["uri"] = row };
        HttpInputs.Copy(inputs, target, subscribe);
        return new JObject
        {
            ["subscribe"] = subscribe,
            ["unsubscribe"] = new JObject { ["method"] = "DELETE", ["uri"] = row, ["authentication"] = target.Authentication },
        };
    }

    private static string PathOf(JObject inputs) => inputs["path"]?.Path ?? inputs.Path;
}
