namespace B2BConnector.OData.Keys;

/// <summary>One step of a resource path: <c>leads(…)</c>, <c>$ref</c>, <c>Microsoft.Dynamics.CRM.QualifyLead</c>.</summary>
public sealed record PathSegment(string Name, KeyPredicate? Key);
