namespace B2BConnector.Package;

/// <summary>What a packed solution is for, judged by its customizations.xml.</summary>
internal enum SolutionKind
{
    Other,
    Connector,
    Flow,
}
