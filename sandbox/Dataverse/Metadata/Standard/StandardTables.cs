namespace B2BConnector.Dataverse.Metadata.Standard;

/// <summary>The tables of the platform and of Sales that the emulator knows. Lengths and options: Microsoft's table reference and metadata exports.</summary>
internal static class StandardTables
{
    public static IEnumerable<TableBuilder> All() =>
    [
        LeadTable.Define(), OpportunityTable.Define(), AccountTable.Define(), ContactTable.Define(), OpportunityCloseTable.Define(), TaskTable.Define(),
        AnnotationTable.Define(), CallbackRegistrationTable.Define(), .. PlatformTables.Define(), .. SecurityTables.Define(),
    ];
}
