using System.Globalization;
using B2BConnector.Dataverse.Rows;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Security;

/// <summary>Who a user is: themselves and the teams they belong to, each with its roles, by the rows of systemuserroles, teamroles and teammembership.</summary>
internal static class Principals
{
    public static CallerAccess AccessOf(DataReader data, JObject user)
    {
        var id = (string)user["systemuserid"]!;
        var teams = data.With("teammembership", "systemuserid", id).Select(membership => data.Look(data.Model.Table("team"), Id(membership, "teamid"))!);
        return new CallerAccess(
            Id(user, "systemuserid"),
            [Of(data, user, "systemuser", "systemuserroles"), .. teams.Select(team => Of(data, team, "team", "teamroles"))]);
    }

    private static Principal Of(DataReader data, JObject row, string table, string roles) => new(
        Id(row, table + "id"),
        Id(row, "_businessunitid_value"),
        [.. data.With(roles, table + "id", (string)row[table + "id"]!).Select(assigned => data.Model.Roles.FirstOrDefault(role => role.Id == Id(assigned, "roleid"))).OfType<SecurityRole>()]);

    private static Guid Id(JObject row, string name) => Guid.Parse((string)row[name]!, CultureInfo.InvariantCulture);
}
