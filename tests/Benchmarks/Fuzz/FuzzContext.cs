using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Benchmarks.Fuzz;

/// <summary>A run in which every name means something.</summary>
internal sealed class FuzzContext() : EvaluationContext(TimeProvider.System, () => Guid.Empty, new Random(1))
{
    private readonly JToken _value = JToken.Parse("""{"outputs":{"headers":{"Content-Type":"multipart/form-data"},"body":{"a":[1,"x",null,{"b":2.5}],"$formdata":[{"key":"k","value":"v"}],"$multipart":[{"body":"p"}]}}}""");

    public override JToken Parameter(string name) => _value;

    public override string? AppSetting(string name) => name;

    public override JToken Variable(string name) => _value["outputs"]!["body"]!["a"]!;

    public override JToken Action(string name) => _value;

    public override JToken CurrentAction() => _value;

    public override JToken Trigger() => _value;

    public override JToken Item(string? loop) => _value;

    public override int IterationIndex(string loop) => loop.Length;

    public override JToken Result(string scope) => new JArray(_value);

    public override JToken Workflow() => _value;

    public override string ListCallbackUrl() => "https://localhost/callback";
}
