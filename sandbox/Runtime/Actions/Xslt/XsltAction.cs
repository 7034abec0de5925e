using System.Xml;
using System.Xml.Xsl;
using B2BConnector.Runtime.Content;
using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Runtime.Maps;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Actions.Xslt;

/// <summary>Transforms XML with a map of Artifacts/Maps: "Transform XML", and "Transform using Data Mapper XSLT" (kind DataMapper).</summary>
[ActionType("Xslt")]
public sealed class XsltAction : IAction
{
    private Template content = null!;
    private Template? parameters;
    private string name = "";
    private XsltMap? map;

    /// <inheritdoc/>
    public void Read(ActionReader reader)
    {
        var inputs = reader.Inputs();
        content = inputs.NeedTemplate("content");
        parameters = inputs.Template("xsltParameters");
        if (inputs.Text("transformOptions") is { Length: > 0 } options)
        {
            inputs.Report(UnsupportedProblems.OptionNotSupported(inputs.PathOf("transformOptions"), options, $"type {reader.Definition.Type}", ""));
        }

        var holder = inputs.NeedObject("map");
        var source = holder.NeedText("source");
        name = holder.NeedText("name");
        holder.Finish();
        inputs.Finish();
        reader.Timeout();
        if (source.Length > 0 && !source.Equals("LogicApp", StringComparison.OrdinalIgnoreCase))
        {
            holder.Report(RuntimeProblems.BadValue(holder.PathOf("source"), "source", source, "LogicApp: maps of an integration account are not reachable here"));
        }
        else if (name.Length > 0)
        {
            ReadMap(reader.Project, holder);
        }
    }

    /// <inheritdoc/>
    public Task<ActionResult> ExecuteAsync(ActionContext context, CancellationToken cancellation)
    {
        var value = context.Evaluate(content);
        var arguments = parameters is null ? null : context.Evaluate(parameters);
        var shown = new JObject { ["content"] = value.DeepClone(), ["map"] = new JObject { ["source"] = "LogicApp", ["name"] = name } };
        if (arguments is not null)
        {
            shown["xsltParameters"] = arguments.DeepClone();
        }

        context.RecordInputs(shown);
        try
        {
            var (bytes, type) = map!.Transform(ContentBody.Write(value, null).Bytes, arguments as JObject ?? []);
            return Task.FromResult(ActionResult.Success(new JObject { ["body"] = ContentBody.Envelope(type, bytes) }, "OK"));
        }
        catch (XmlException exception)
        {
            // Inferred: codes and sentences of failed transformations are not published.
            return Task.FromResult(ActionResult.Failure("BadRequest", "InvalidXml", $"The content of action '{context.Definition.Name}' is not valid XML: {exception.Message}"));
        }
        catch (XsltException exception)
        {
            return Task.FromResult(ActionResult.Failure("BadRequest", "XsltTransformFailed", $"The map '{name}' failed: {exception.Message}"));
        }
    }

    private void ReadMap(ProjectContents project, ObjectReader holder)
    {
        var folder = Path.Combine(project.Folder, "Artifacts", "Maps");
        var file = Path.Combine(folder, name);
        if (Path.GetFileName(name) != name || !File.Exists(file))
        {
            holder.Report(RuntimeProblems.FileMissing(holder.PathOf("name"), $"Artifacts/Maps/{name}"));
            return;
        }

        var found = new List<Problem>();
        map = XsltMap.Read(file, found);
        found.ForEach(holder.Problems.AddForeign);
    }
}
