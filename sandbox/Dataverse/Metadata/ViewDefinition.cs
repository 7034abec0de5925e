namespace B2BConnector.Dataverse.Metadata;

/// <summary>A system view (savedquery): its names by language code, its fetch and its layout.</summary>
public sealed record ViewDefinition(Guid Id, string Table, IReadOnlyDictionary<int, string> Names, string FetchXml, string LayoutXml, int QueryType, bool IsDefault)
{
    /// <value>The name in English, else in whatever language there is.</value>
    public string Name => Names.TryGetValue(1033, out var english) ? english : Names.Values.FirstOrDefault() ?? Id.ToString();
}
