namespace B2BConnector.Dataverse.Metadata;

/// <summary>Data types of columns, as far as the emulator tells them apart.</summary>
public enum ColumnKind { Id, Text, Memo, Whole, BigInteger, Money, Decimal, Double, Flag, Choice, State, Status, DateTime, Date, Lookup }
