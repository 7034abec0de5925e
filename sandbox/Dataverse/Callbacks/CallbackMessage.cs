namespace B2BConnector.Dataverse.Callbacks;

/// <summary>What happened to a row; the names are the values of <c>SdkMessage</c>.</summary>
internal enum CallbackMessage { Create, Update, Delete }
