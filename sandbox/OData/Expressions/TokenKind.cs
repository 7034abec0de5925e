namespace B2BConnector.OData.Expressions;

internal enum TokenKind { End, Identifier, String, Number, Boolean, Null, Guid, DateTime, Enum, Open, Close, Comma, Slash, Colon, Equals }
