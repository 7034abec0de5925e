namespace B2BConnector.Connector;

/// <summary>Where new ids come from; replaced in tests, so that they are known beforehand.</summary>
public delegate Guid IdSource();
