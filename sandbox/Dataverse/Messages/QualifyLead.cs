using B2BConnector.Dataverse.Http;
using B2BConnector.Dataverse.Metadata;
using B2BConnector.Dataverse.Rows;
using B2BConnector.Dataverse.Rules;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Messages;

/// <summary>
/// Turns a lead into account, contact and opportunity by the entity maps, links them, and closes the lead as qualified. An account or contact
/// the lead already points to is used instead of a new one (inferred for the message; the form does it).
/// </summary>
[Message("QualifyLead", BoundTo = "lead")]
internal sealed class QualifyLead : IMessage
{
    public JObject Run(DataverseRequest request, DataWriter data, JObject? target, JObject body)
    {
        var lead = target!;
        var parameters = new Parameters("QualifyLead", body).Only("CreateAccount", "CreateContact", "CreateOpportunity",
            "OpportunityCurrencyId", "OpportunityCustomerId", "SourceCampaignId", "Status", "ProcessInstanceId");
        if (parameters.Optional("ProcessInstanceId") is { Type: not JTokenType.Null }) throw DataverseErrors.Unsupported("the parameter 'ProcessInstanceId' of QualifyLead");
        var (createAccount, createContact, createOpportunity) = (parameters.Flag("CreateAccount"), parameters.Flag("CreateContact"), parameters.Flag("CreateOpportunity"));
        var table = data.Model.Table("lead");
        var status = StatusOf(table, parameters.Whole("Status"));
        if ((int)lead["statecode"]! != LeadRules.Open) throw DataverseErrors.LeadClosed();

        var created = new List<(TableDefinition Table, Guid Id)>();
        var (existingAccount, existingContact) = (Lookups.Get(lead, "parentaccountid")?.Id, Lookups.Get(lead, "parentcontactid")?.Id);
        var account = existingAccount ?? (createAccount ? Make(data, lead, "account", created) : null);
        var contact = existingContact ?? (createContact ? Make(data, lead, "contact", created, ("parentcustomerid", "account", account)) : null);
        if (account is { } newAccount && existingAccount is null && contact is not null)
            data.Update(data.Model.Table("account"), newAccount, new RowChanges().SetLookup("primarycontactid", "contact", contact));

        var changes = new RowChanges().Set("statecode", LeadRules.Qualified).Set("statuscode", status);
        if (createOpportunity)
        {
            var references = new RowReference(data);
            var customer = references.Resolve("OpportunityCustomerId", parameters.Optional("OpportunityCustomerId"));
            var (customerTable, customerId) = customer is { } given ? (given.Table.LogicalName, given.Id)
                : account is not null ? ("account", account) : ("contact", contact);
            var opportunity = Make(data, lead, "opportunity", created,
                ("parentaccountid", "account", account), ("parentcontactid", "contact", contact), ("customerid", customerTable, customerId),
                ("transactioncurrencyid", "transactioncurrency", references.Resolve("OpportunityCurrencyId", parameters.Optional("OpportunityCurrencyId"))?.Id),
                ("campaignid", "campaign", references.Resolve("SourceCampaignId", parameters.Optional("SourceCampaignId"))?.Id));
            changes.SetLookup("qualifyingopportunityid", "opportunity", opportunity);
        }
        if (data.Options.QualifyFillsLeadParents && account is not null) changes.SetLookup("parentaccountid", "account", account);
        if (data.Options.QualifyFillsLeadParents && contact is not null) changes.SetLookup("parentcontactid", "contact", contact);
        data.Update(table, DataReader.IdOf(table, lead), changes, asMessage: true);
        return Answer(request, created);
    }

    private static Guid Make(DataWriter data, JObject lead, string target, List<(TableDefinition, Guid)> created, params (string Column, string Table, Guid? Id)[] links)
    {
        var table = data.Model.Table(target);
        var changes = RowMapping.Apply(data.Model, data.Model.Table("lead"), lead, table);
        changes.SetLookup("originatingleadid", "lead", DataReader.IdOf(data.Model.Table("lead"), lead));
        foreach (var (column, to, id) in links)
        {
            if (id is not null) changes.SetLookup(column, to, id);
        }
        var made = data.Create(table, changes);
        created.Add((table, made));
        return made;
    }

    private static int StatusOf(TableDefinition table, int status)
    {
        if (status == -1) return table.Column("statecode")!.Pairs[LeadRules.Qualified];
        return table.Column("statuscode")!.Pairs.TryGetValue(status, out var state) && state == LeadRules.Qualified ? status : throw DataverseErrors.StateAndStatus();
    }

    private static JObject Answer(DataverseRequest request, List<(TableDefinition Table, Guid Id)> created) => new()
    {
        ["@odata.context"] = $"{request.Root}/$metadata#Collection(Microsoft.Dynamics.CRM.crmbaseentity)",
        ["value"] = new JArray(created.Select(row => new JObject { ["@odata.type"] = "#" + row.Table.QualifiedName, [row.Table.PrimaryId] = row.Id.ToString() })),
    };
}
