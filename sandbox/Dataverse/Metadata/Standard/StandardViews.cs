namespace B2BConnector.Dataverse.Metadata.Standard;

/// <summary>Views of Sales that sellers look at first. Their conditions are documented by their names; their ids here are ours.</summary>
internal static class StandardViews
{
    public static IReadOnlyList<ViewDefinition> All { get; } =
    [
        new(
            new("10000000-0000-0000-0000-0000000000f1"),
            "lead",
            new Dictionary<int, string> { [1033] = "My Open Leads" },
            "<fetch><entity name=\"lead\"><attribute name=\"fullname\" /><attribute name=\"companyname\" /><attribute name=\"leadid\" /><order attribute=\"createdon\" descending=\"true\" />"
            + "<filter type=\"and\"><condition attribute=\"ownerid\" operator=\"eq-userid\" /><condition attribute=\"statecode\" operator=\"eq\" value=\"0\" /></filter></entity></fetch>",
            "",
            0,
            true),
    ];
}
