namespace B2BConnector.Dataverse.Faults;

/// <summary>What a switch sees of a callback before it is sent for the first time.</summary>
/// <param name="Job">Key of its job; sorts in the order of the changes.</param>
/// <param name="Registration">Id of the callbackregistration.</param>
/// <param name="Entity">Logical name of the table.</param>
/// <param name="Message">Create, Update or Delete.</param>
/// <param name="Row">Id of the row that changed.</param>
/// <param name="Body">What would be posted; holds personal data, so it is not for logs.</param>
public sealed record CallbackInfo(string Job, Guid Registration, string Entity, string Message, Guid Row, string Body);
