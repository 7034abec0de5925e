namespace B2BConnector.Dataverse.Security;

/// <summary>What a person may do with a row. The emulator checks these five; Append, AppendTo and Share are granted to everybody.</summary>
public enum AccessRight { Create, Read, Write, Delete, Assign }
