using B2BConnector.Dataverse.Metadata;
using B2BConnector.Dataverse.Rows;
using B2BConnector.Dataverse.Security;
using B2BConnector.Emulation;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Seed;

/// <summary>Users, teams, roles, business unit and currencies. Written into an empty store and after a reset.</summary>
internal sealed class OrganizationSeed(TimeProvider time, OrganizationModel model)
{
    public void Apply(IStoreSession store)
    {
        if (store.Count("systemuser") == 0) People(store);
        // Data of an earlier version knows no roles.
        if (store.Count("systemuserroles") == 0) Roles(store);
    }

    private void People(IStoreSession store)
    {
        Put(store, "businessunit", SeedIds.BusinessUnit, new JObject { ["name"] = "Contoso" });
        User(store, SeedIds.Seller, "sandbox-seller", "Alex", "Seller", null);
        User(store, SeedIds.LogicApp, "sandbox-logicapp", "#", "B2B connector workflows", "20000000-0000-0000-0000-000000000002");
        User(store, SeedIds.Administrator, "sandbox-administrator", "Sam", "Administrator", null);
        User(store, SeedIds.Connector, "sandbox-connector", "#", "B2B connector", "20000000-0000-0000-0000-000000000004");
        User(store, SeedIds.SellerUnitedStates, "sandbox-seller-us", "Robin", "Harbour", null);
        User(store, SeedIds.SellerEurope, "sandbox-seller-eu", "Kim", "Polder", null);
        Team(store, SeedIds.TeamUnitedStates, "Contoso B2B US");
        Team(store, SeedIds.TeamEurope, "Contoso B2B EU");
        Currency(store, SeedIds.DollarUnitedStates, "USD", "US Dollar", "$", 1m, 2);
        Currency(store, SeedIds.Euro, "EUR", "Euro", "€", 0.92m, 2);
        Currency(store, SeedIds.Pound, "GBP", "Pound Sterling", "£", 0.79m, 2);
        Currency(store, SeedIds.Yen, "JPY", "Yen", "¥", 150m, 0);
        Currency(store, SeedIds.Real, "BRL", "Brazilian Real", "R$", 5.4m, 2);
    }

    // An owner of rows needs a role that lets it read them, teams too.
    private void Roles(IStoreSession store)
    {
        var workflows = model.Roles.FirstOrDefault(role => role.Name == "B2B connector") ?? StandardRoles.Administrator;
        var number = 0;
        foreach (var (user, role) in new[]
        {
            (SeedIds.Seller, StandardRoles.Administrator), (SeedIds.Administrator, StandardRoles.Administrator), (SeedIds.LogicApp, workflows),
            (SeedIds.SellerUnitedStates, StandardRoles.Salesperson), (SeedIds.SellerEurope, StandardRoles.Salesperson),
        }) Between(store, "systemuserroles", "systemuserroleid", ++number, ("systemuserid", user), ("roleid", role.Id));
        foreach (var team in new[] { SeedIds.TeamUnitedStates, SeedIds.TeamEurope })
            Between(store, "teamroles", "teamroleid", ++number, ("teamid", team), ("roleid", StandardRoles.Salesperson.Id));
        Between(store, "teammembership", "teammembershipid", ++number, ("teamid", SeedIds.TeamUnitedStates), ("systemuserid", SeedIds.SellerUnitedStates));
        Between(store, "teammembership", "teammembershipid", ++number, ("teamid", SeedIds.TeamEurope), ("systemuserid", SeedIds.SellerEurope));
    }

    private static void Between(IStoreSession store, string table, string primaryId, int number, params (string Column, Guid Id)[] ends)
    {
        var id = new Guid(0x10000000, 0, 1, 0, 0, 0, 0, 0, 0, 0, (byte)number).ToString();
        var row = new JObject { [primaryId] = id };
        foreach (var (column, end) in ends) row[column] = end.ToString();
        row["versionnumber"] = store.Next("versionnumber");
        store.Put(table, id, row);
    }

    private void User(IStoreSession store, Guid id, string identity, string first, string last, string? application)
    {
        var row = new JObject { ["firstname"] = first, ["lastname"] = last, ["fullname"] = $"{first} {last}", ["domainname"] = identity, ["isdisabled"] = false };
        if (application is not null) row["applicationid"] = application;
        Lookups.Put(row, "businessunitid", "businessunit", SeedIds.BusinessUnit);
        Put(store, "systemuser", id, row);
    }

    private void Team(IStoreSession store, Guid id, string name)
    {
        var row = new JObject { ["name"] = name, ["teamtype"] = 0, ["isdefault"] = false };
        Lookups.Put(row, "businessunitid", "businessunit", SeedIds.BusinessUnit);
        Put(store, "team", id, row);
    }

    private void Currency(IStoreSession store, Guid id, string code, string name, string symbol, decimal rate, int precision) =>
        Put(store, "transactioncurrency", id, new JObject
        {
            ["currencyname"] = name, ["isocurrencycode"] = code, ["currencysymbol"] = symbol, ["exchangerate"] = rate, ["currencyprecision"] = precision,
            ["statecode"] = 0, ["statuscode"] = 1,
        });

    private void Put(IStoreSession store, string table, Guid id, JObject row)
    {
        var now = DataWriter.Text(time.GetUtcNow());
        row.AddFirst(new JProperty(table + "id", id.ToString()));
        row["createdon"] = now;
        row["modifiedon"] = now;
        row["versionnumber"] = store.Next("versionnumber");
        store.Put(table, id.ToString(), row);
    }
}
