using B2BConnector.Commerce.Headquarters;
using B2BConnector.Commerce.Model;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Entities;

/// <summary>Credit limits that hold for a time. Columns are those of the key and CreditMax; more of the real entity is not known.</summary>
internal sealed class TemporaryCreditLimits : ICreatable, IDeletable
{
    public static readonly EntityType Definition = new("TemporaryCreditLimit", "TemporaryCreditLimits", "CustAccount CustAccountDataArea CreditLimitId FromDate ToDate", """
        CustAccount String 20 readonly
        CustAccountDataArea String 4 readonly
        CreditLimitId String 20 readonly
        FromDate DateTimeOffset readonly
        ToDate DateTimeOffset readonly
        CreditMax Decimal
        """,
        "CredManTemporaryCreditLimitEntity");

    public EntityType Type => Definition;

    public JObject Create(HeadquartersSession headquarters, JObject body)
    {
        if (!headquarters.Exists(CustomersV3.Definition, body.Text("CustAccountDataArea"), body.Text("CustAccount")))
        {
            throw FinOpsErrors.WriteFailed(Definition, "CE0213", FinOpsErrors.NotRelated(body.Text("CustAccount"), "Customer account", "Customers"));
        }

        // Inferred: the number comes from a sequence when none is sent.
        body["CreditLimitId"] = body.Text("CreditLimitId") is { Length: > 0 } id ? id : headquarters.NextNumber("CreditLimitId", "CL-", 6);
        return headquarters.Insert(Definition, body);
    }

    public void Delete(HeadquartersSession headquarters, JObject row) => headquarters.Delete(Definition, row);
}
