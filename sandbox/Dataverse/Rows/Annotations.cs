using System.IO.Enumeration;

namespace B2BConnector.Dataverse.Rows;

/// <summary>Which annotations the caller asked for with <c>Prefer: odata.include-annotations</c>.</summary>
internal sealed class Annotations(IReadOnlyList<string> patterns)
{
    public const string FormattedValue = "OData.Community.Display.V1.FormattedValue";
    public const string NavigationProperty = "Microsoft.Dynamics.CRM.associatednavigationproperty";
    public const string LookupTable = "Microsoft.Dynamics.CRM.lookuplogicalname";
    public const string TotalCount = "Microsoft.Dynamics.CRM.totalrecordcount";
    public const string TotalCountExceeded = "Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded";

    public bool Wants(string annotation) => patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, annotation, ignoreCase: false));
}
