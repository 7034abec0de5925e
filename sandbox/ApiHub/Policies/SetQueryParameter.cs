namespace B2BConnector.ApiHub.Policies;

/// <summary>Sets a query parameter of the request.</summary>
[PolicyTemplate("setqueryparameter")]
internal sealed class SetQueryParameter(PolicySettings settings) : Policy(settings)
{
    private readonly string _name = settings.Text("name");
    private readonly PolicyExpression _value = settings.Expression("value");
    private readonly string _exists = settings.ExistsAction;

    public override void OnRequest(OutgoingCall call)
    {
        var value = _value.Evaluate(call);
        if (call.Query[_name] is null || _exists == "override")
        {
            call.Query.Set(_name, value);
        }
        else if (_exists == "append")
        {
            call.Query.Add(_name, value);
        }
    }
}
