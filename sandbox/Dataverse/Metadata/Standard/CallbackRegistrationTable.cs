namespace B2BConnector.Dataverse.Metadata.Standard;

internal static class CallbackRegistrationTable
{
    public static TableBuilder Define() => new TableBuilder("callbackregistration", "callbackregistrations", "callbackregistrationid", "name", 301) { Label = "Callback Registration" }
        .Text(256, "name", "sdkmessagename").Text(255, "entityname").Memo(100_000, "filteringattributes", "filterexpression").Text(2000, "url").WriteOnly("url")
        .Choice("message", null, (1, "Added"), (2, "Deleted"), (3, "Modified"), (4, "Added or Modified"), (5, "Added or Deleted"), (6, "Modified or Deleted"), (7, "Added or Modified or Deleted"))
        .Choice("scope", null, (1, "User"), (2, "Business Unit"), (3, "Parent: Child Business Unit"), (4, "Organization"))
        .Choice("version", null, (1, "V1"), (2, "V2"), (3, "V3")).Choice("runas", null, (1, "Modifying user"), (2, "Row owner"), (3, "Flow owner"))
        .Choice("softdeletestatus", null, (0, "Not deleted"), (1, "Soft deleted")).Flag("harddelete")
        .Memo(100_000, "postponeuntil", "runtimeintegrationproperties").Text(50, "logicappsversion").Owned().Audited();
}
