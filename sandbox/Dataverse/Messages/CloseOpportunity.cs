using System.Globalization;
using B2BConnector.Dataverse.Metadata;
using B2BConnector.Dataverse.Rows;
using B2BConnector.Dataverse.Rules;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Messages;

/// <summary>
/// What Win and Lose share: an opportunityclose activity is made and completed, and the opportunity takes state, status, actual value and actual
/// close date from it. Inferred: a win without revenue takes the estimated value, a missing date is today.
/// </summary>
internal static class CloseOpportunity
{
    public static JObject? Run(string message, DataWriter data, int state, JObject body)
    {
        var parameters = new Parameters(message, body).Only("OpportunityClose", "Status");
        var (table, closes) = (data.Model.Table("opportunity"), data.Model.Table("opportunityclose"));
        var status = parameters.Whole("Status");
        var activity = new PayloadReader(data, closes, creates: true).Read(parameters.Object("OpportunityClose"));
        if (Lookups.Get(activity.Values, "opportunityid") is not { } lookup) throw DataverseErrors.MissingOpportunity();
        var opportunity = data.Get(table, lookup.Id);
        if ((int)opportunity["statecode"]! != OpportunityRules.Open) throw DataverseErrors.OpportunityClosed();
        var changes = new RowChanges().Set("statecode", state).Set("statuscode", StatusOf(table, state, status))
            .Set("actualclosedate", activity.Values["actualend"] ?? data.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if ((activity.Values["actualrevenue"] ?? (state == OpportunityRules.Won ? opportunity["estimatedvalue"] : null)) is { } value) changes.Set("actualvalue", value);
        var activityId = data.Create(closes, activity);
        data.Update(closes, activityId, new RowChanges().Set("statecode", 1).Set("statuscode", 2), asMessage: true);
        data.Update(table, lookup.Id, changes, asMessage: true, raise: data.Options.WinLoseRaiseUpdate);
        return null;
    }

    // -1 stands for the default status of the state.
    private static int StatusOf(TableDefinition table, int state, int status)
    {
        if (status == -1) return table.Column("statecode")!.Pairs[state];
        return table.Column("statuscode")!.Pairs.TryGetValue(status, out var owner) && owner == state ? status : throw DataverseErrors.StateAndStatus();
    }
}
