using System.Net;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulators.Tests.Dataverse;

internal sealed record Answer(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, JObject Body, string Text)
{
    public string ErrorCode => (string?)Body.SelectToken("error.code") ?? "";

    public string ErrorMessage => (string?)Body.SelectToken("error.message") ?? "";

    public string EntityId => Headers["OData-EntityId"];

    public void IsRefused(HttpStatusCode status, string code) => Assert.Equal((status, code), (Status, ErrorCode));
}
