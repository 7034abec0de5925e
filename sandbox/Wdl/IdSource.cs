namespace B2BConnector.Wdl;

/// <summary>Where new ids come from. Tests pass a counted one, so that runs repeat exactly.</summary>
public delegate Guid IdSource();
