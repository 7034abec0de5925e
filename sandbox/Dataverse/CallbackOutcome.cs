namespace B2BConnector.Dataverse;

/// <summary>What became of a callback after an attempt: delivered and gone, waiting for another try, suspended with its registration, or given up.</summary>
public enum CallbackOutcome { Delivered, Waiting, Suspended, Failed }
