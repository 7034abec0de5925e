namespace B2BConnector.Dataverse.Metadata;

/// <summary>The many side of a lookup, seen from the row it points to (<c>Lead_Annotation</c>).</summary>
public sealed record CollectionRelationship(string Name, string Referenced, string Referencing, string Column);
