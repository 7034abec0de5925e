namespace B2BConnector.Runtime.CloudFlows;

/// <summary>An operation of a connector, as its definition describes it.</summary>
/// <param name="Id">What flows call it by.</param>
/// <param name="Method">The verb.</param>
/// <param name="Path">The path below the connection, with parameters in braces.</param>
/// <param name="Parameters">What may be given.</param>
/// <param name="IsTrigger">True for triggers (<c>x-ms-trigger</c>).</param>
internal sealed record FlowOperation(string Id, string Method, string Path, IReadOnlyList<OperationParameter> Parameters, bool IsTrigger)
{
    public OperationParameter? Body => Parameters.FirstOrDefault(parameter => parameter.Place == "body");

    /// <summary>Where the body wants the address to call back (<c>x-ms-notification-url</c>): names from the outside in; null when the operation does not call back.</summary>
    public IReadOnlyList<string>? NotificationUrl => Body is { } body ? BodySchema.Of(body).NotificationUrl() : null;
}
