namespace B2BConnector.Benchmarks.Wdl;

/// <summary>What makers write all day, one of each kind. Chosen before anything was made faster; they stay as they are.</summary>
internal static class MakerExpressions
{
    public static IReadOnlyList<(string Name, string Template)> All { get; } =
    [
        ("navigate", "@triggerBody()?['customer']?['address']?['city']"),
        ("interpolate", "Prospect @{triggerBody()?['prospectId']} of @{triggerBody()?['legalEntity']} is @{triggerBody()?['status']}"),
        ("condition", "@and(equals(triggerBody()?['status'], 'Pending'), greater(triggerBody()?['employees'], 50))"),
        ("fallback", "@if(empty(triggerBody()?['tradeName']), coalesce(body('Get_prospect')?['organizationName'], 'unknown'), triggerBody()?['tradeName'])"),
        ("date", "@formatDateTime(triggerBody()?['createdDateTime'], 'yyyy-MM-dd')"),
    ];
}
