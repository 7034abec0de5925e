namespace B2BConnector.Dataverse.Metadata.Standard;

/// <summary>An activity of its own: what cloud flows leave behind for a person.</summary>
internal static class TaskTable
{
    public static TableBuilder Define() => new TableBuilder("task", "tasks", "activityid", "subject", 4212) { Label = "Task" }
        .Text(200, "subject").Text(250, "category", "subcategory").Memo(2000, "description").Whole(0, 100, "percentcomplete")
        .DateTime("scheduledstart", "scheduledend", "actualstart", "actualend")
        .Choice("prioritycode", 1, (0, "Low"), (1, "Normal"), (2, "High"))
        .Lookup("regardingobjectid", "lead", "opportunity", "account", "contact").Owned().Audited()
        .States(
            [(0, "Open", 2), (1, "Completed", 5), (2, "Canceled", 6)],
            [(2, 0, "Not Started"), (3, 0, "In Progress"), (4, 0, "Waiting on someone else"), (7, 0, "Deferred"), (5, 1, "Completed"), (6, 2, "Canceled")]);
}
