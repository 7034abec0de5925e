using B2BConnector.Wdl;

namespace B2BConnector.Runtime.Definitions;

/// <summary>The templates that one action or trigger compiled: reference checks look at their calls.</summary>
internal sealed class TemplateLog
{
    private readonly List<Template> templates = [];

    public IEnumerable<FunctionCall> Calls => templates.SelectMany(template => template.Calls);

    public void Add(Template template) => templates.Add(template);
}
