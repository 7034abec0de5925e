using B2BConnector.Wdl.Values;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Functions;

/// <summary>
/// Fields and parts of form posts. The kind comes from the outputs' Content-Type header, the fields from "$formdata" or "$multipart" of the body.
/// </summary>
internal static class FormFunctions
{
    private const string FieldOfAction = "two parameters: the name of the action as the first parameter, the name of the form field as the second parameter";

    [WdlFunction("triggerFormDataValue", 1)]
    public static JToken TriggerFormDataValue(Arguments arguments) => Value(arguments, TriggerOutputs(arguments), 0);

    [WdlFunction("triggerFormDataMultiValues", 1)]
    public static JToken TriggerFormDataMultiValues(Arguments arguments) => new JArray(Fields(arguments, TriggerOutputs(arguments), 0));

    [WdlFunction("triggerMultipartBody", 1)]
    public static JToken TriggerMultipartBody(Arguments arguments) => Part(arguments, TriggerOutputs(arguments), 0);

    [WdlFunction("formDataValue", 2, See = "", Expects = FieldOfAction)]
    public static JToken FormDataValue(Arguments arguments) => Value(arguments, ActionOutputs(arguments), 1);

    [WdlFunction("formDataMultiValues", 2, See = "", Expects = FieldOfAction)]
    public static JToken FormDataMultiValues(Arguments arguments) => new JArray(Fields(arguments, ActionOutputs(arguments), 1));

    [WdlFunction("multipartBody", 2, See = "", Expects = "two parameters: the name of the action as the first parameter, the index of the multipart content as the second parameter")]
    public static JToken MultipartBody(Arguments arguments) => Part(arguments, ActionOutputs(arguments), 1);

    private static JToken TriggerOutputs(Arguments arguments) => ReferenceFunctions.Member(arguments.Context.Trigger(), "outputs");

    private static JToken ActionOutputs(Arguments arguments) => ReferenceFunctions.Member(arguments.Context.Action(arguments.String(0)), "outputs");

    private static JToken Value(Arguments arguments, JToken outputs, int nameIndex)
    {
        var values = Fields(arguments, outputs, nameIndex);
        return values.Count switch
        {
            0 => JValue.CreateNull(),
            1 => values[0],
            _ => throw NotRetrieved(arguments, "formdata", $"There are more than one items matching the field name '{arguments.String(nameIndex)}'."),
        };
    }

    private static List<JToken> Fields(Arguments arguments, JToken outputs, int nameIndex)
    {
        var type = MediaType(outputs);
        if (type is not ("multipart/form-data" or "application/x-www-form-urlencoded"))
        {
            throw NotRetrieved(
                arguments,
                "formdata",
                $"The output content is not a valid form data content. Supported form data content types are 'multipart/form-data' and 'application/x-www-form-urlencoded' and the provided content type is '{ContentType(outputs) ?? "<null>"}'.");
        }
        var name = arguments.String(nameIndex);
        var body = ReferenceFunctions.Member(outputs, "body");
        return ReferenceFunctions.Member(body, "$formdata") is JArray fields
            ? [.. fields.OfType<JObject>().Where(f => (f["key"] as JValue)?.Value as string == name).Select(f => f["value"] ?? JValue.CreateNull())]
            : [.. Parts(body).Where(p => PartName(p) == name).Select(p => p["body"] ?? JValue.CreateNull())];
    }

    private static JToken Part(Arguments arguments, JToken outputs, int indexIndex)
    {
        if (MediaType(outputs)?.StartsWith("multipart/", StringComparison.Ordinal) != true)
        {
            throw NotRetrieved(arguments, "multipart", $"The supported multipart content type is 'multipart/*' and the provided content type is '{ContentType(outputs) ?? "<null>"}'. ");
        }
        var parts = Parts(ReferenceFunctions.Member(outputs, "body"));
        var index = arguments.Integer(indexIndex);
        return index >= 0 && index < parts.Count
            ? parts[(int)index]["body"] ?? JValue.CreateNull()
            : throw NotRetrieved(arguments, "multipart", $"The index value '{index}' exceeds the number of multipart contents '{parts.Count}' in the outputs.");
    }

    private static WdlException NotRetrieved(Arguments arguments, string what, string why) => arguments.Fail($"failed to retrieve {what} contents from outputs. {why}");

    private static List<JObject> Parts(JToken body) => ReferenceFunctions.Member(body, "$multipart") is JArray parts ? [.. parts.OfType<JObject>()] : [];

    private static string? ContentType(JToken outputs) =>
        (ReferenceFunctions.Member(ReferenceFunctions.Member(outputs, "headers"), "Content-Type") as JValue)?.Value as string;

    private static string? MediaType(JToken outputs) => ContentType(outputs)?.Split(';')[0].Trim().ToLowerInvariant();

    private static string? PartName(JObject part)
    {
        var disposition = (ReferenceFunctions.Member(ReferenceFunctions.Member(part, "headers"), "Content-Disposition") as JValue)?.Value as string;
        return disposition?.Split(';').Select(p => p.Trim()).FirstOrDefault(p => p.StartsWith("name=", StringComparison.OrdinalIgnoreCase))?["name=".Length..].Trim('"');
    }
}
