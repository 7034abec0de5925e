namespace B2BConnector.Commerce.Model;

/// <summary>A way from a row to rows of another collection: those whose <c>To</c> columns equal this row's <c>From</c> columns.</summary>
internal sealed record Navigation(string Name, string Collection, bool Many, params (string From, string To)[] On);
