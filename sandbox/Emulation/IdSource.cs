namespace B2BConnector.Emulation;

/// <summary>Where every new id of an emulator comes from, so that a test can replay the same ids.</summary>
public delegate Guid IdSource();
