using System.Globalization;
using B2BConnector.Dataverse.Rows;
using B2BConnector.Dataverse.Security;
using B2BConnector.Emulation;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Http;

/// <summary>Which system user a sandbox identity is: the one whose domainname is the identity's name. <c>MSCRMCallerID</c> acts for another user.</summary>
internal sealed class CallerDirectory(DataverseEngine engine)
{
    public Caller Find(HttpContext http) => engine.Read(data =>
    {
        var users = data.Model.Table("systemuser");
        var identity = http.RequireCaller();
        var user = data.Look(users, [("domainname", identity)], row => (string?)row["domainname"] == identity).FirstOrDefault() ?? throw DataverseErrors.NotAMember();
        if (http.Request.Headers["MSCRMCallerID"].ToString() is { Length: > 0 } other)
            user = Guid.TryParse(other, out var id) ? data.Get(users, id) : throw DataverseErrors.InvalidArgument("The header MSCRMCallerID is not a guid.");
        if (http.Request.Headers.ContainsKey("CallerObjectId")) throw DataverseErrors.Unsupported("the header CallerObjectId; use MSCRMCallerID");
        return new Caller(Id(user, "systemuserid"), Id(user, "_businessunitid_value"), Principals.AccessOf(data, user));
    });

    private static Guid Id(JObject row, string name) => Guid.Parse((string)row[name]!, CultureInfo.InvariantCulture);
}
