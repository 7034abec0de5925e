using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Rows;

/// <summary>How a row holds a lookup: the id under <c>_x_value</c>, the target's logical name in the annotation the wire uses for it.</summary>
internal static class Lookups
{
    public const string TargetAnnotation = "@Microsoft.Dynamics.CRM.lookuplogicalname";

    public static void Put(JObject row, string column, string? target, Guid? id)
    {
        row[$"_{column}_value"] = id is { } value ? value.ToString() : JValue.CreateNull();
        row[$"_{column}_value{TargetAnnotation}"] = id is null ? JValue.CreateNull() : target;
    }

    public static (string Table, Guid Id)? Get(JObject row, string column) =>
        (string?)row[$"_{column}_value"] is { } id && (string?)row[$"_{column}_value{TargetAnnotation}"] is { } target ? (target, Guid.Parse(id)) : null;
}
