namespace B2BConnector.Connector.Contract;

/// <summary>Words for one success status, and the headers that come with it.</summary>
internal sealed record AnswerDescription(int Status, string Description, params string[] Headers);
