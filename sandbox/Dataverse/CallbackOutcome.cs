namespace B2BConnector.Dataverse;

/// <summary>What became of a callback after an attempt: delivered and gone, waiting for another try, suspended with its registration, given up, or thrown away by a fault switch.</summary>
public enum CallbackOutcome { Delivered, Waiting, Suspended, Failed, Dropped }
