using System.Reflection;
using System.Text;
using B2BConnector.Runtime.Actions;
using B2BConnector.Runtime.Definitions.Platform;
using B2BConnector.Runtime.Tests.Support;
using B2BConnector.Runtime.Triggers;
using B2BConnector.Wdl.Functions;

namespace B2BConnector.Runtime.Tests.Coverage;

/// <summary>
/// docs/coverage.md: what Logic Apps Standard offers, and what of it runs here. The left column is the platform's catalogue, the right one
/// the registries; where nothing is registered, a small project is loaded to see whether it is refused.
/// </summary>
internal static class CoveragePage
{
    private const string Yes = "yes";
    private const string No = "no";

    public static string Text()
    {
        var page = new StringBuilder("""
            # What runs here

            Written by a test from the platform's catalogue and the code. *Partly* says what is missing. Whatever is not supported is reported
            when a project loads, with a [code of its own](problems.md#what-only-the-sandbox-does-not-support); nothing is approximated.


            """);
        Functions(page);
        Operations(page, "Actions", PlatformCatalogue.ActionTypes, Registered<ActionTypeAttribute>(attribute => (attribute.Type, attribute.Missing)));
        Operations(page, "Triggers", PlatformCatalogue.TriggerTypes, Registered<TriggerTypeAttribute>(attribute => (attribute.Type, attribute.Missing)));
        Probed(page, "Kinds of workflows", "kind", PlatformCatalogue.Kinds, Probes.Kind);
        Probed(page, "Authentication of calls", "type", PlatformCatalogue.AuthenticationTypes, Probes.Authentication);
        Probed(page, "Settings of an action (runtimeConfiguration)", "setting", Probes.Settings.Keys, Probes.Setting);
        Probed(page, "Connections (connections.json)", "section", Probes.ConnectionSections, Probes.Connections);
        HostSettings(page);
        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static void Functions(StringBuilder page)
    {
        page.Append("## Functions\n\n");
        List(page, "of the designer's list", FunctionCatalogue.Designer);
        List(page, "that exist without being listed there", FunctionCatalogue.Unlisted);
    }

    private static void List(StringBuilder page, string which, IReadOnlyList<string> names)
    {
        var here = names.Where(name => FunctionRegistry.Default.Find(name) is not null).Order(StringComparer.OrdinalIgnoreCase).ToList();
        var missing = names.Except(here).Order(StringComparer.OrdinalIgnoreCase).ToList();
        page.Append($"{here.Count} of {names.Count} {which}: {Names(here)}.\n\n");
        if (missing.Count > 0)
        {
            page.Append($"Not supported: {Names(missing)}.\n\n");
        }
    }

    private static void Operations(StringBuilder page, string title, IEnumerable<string> platform, Dictionary<string, string> here)
    {
        var all = platform.Union(here.Keys, StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).ToList();
        page.Append($"## {title}\n\n{here.Count} of {all.Count}.\n\n| type | here |\n|---|---|\n");
        foreach (var type in all)
        {
            page.Append($"| {type} | {(here.TryGetValue(type, out var missing) ? missing.Length == 0 ? Yes : $"partly; missing: {missing}" : No)} |\n");
        }

        page.Append('\n');
    }

    private static void Probed(StringBuilder page, string title, string column, IEnumerable<string> names, Func<string, bool> runs)
    {
        page.Append($"## {title}\n\n| {column} | here |\n|---|---|\n");
        foreach (var name in names.Order(StringComparer.OrdinalIgnoreCase))
        {
            page.Append($"| {name} | {(runs(name) ? Yes : No)} |\n");
        }

        page.Append('\n');
    }

    private static void HostSettings(StringBuilder page)
    {
        page.Append("## Host settings (host.json, extensions.workflow.settings)\n\n");
        page.Append("Runs go by the platform's defaults; another value is a warning (RT0509), because it has no effect here.\n\n| setting | default | other values here |\n|---|---|---|\n");
        foreach (var (name, value) in PlatformCatalogue.HostSettings.OrderBy(setting => setting.Key, StringComparer.Ordinal))
        {
            page.Append($"| {name} | {value} | {(Probes.HostSetting(name) ? Yes : No)} |\n");
        }

        page.Append('\n');
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"`{name}`"));

    private static Dictionary<string, string> Registered<TAttribute>(Func<TAttribute, (string Type, string Missing)> read)
        where TAttribute : Attribute =>
        typeof(WorkflowProject).Assembly.GetTypes()
            .Select(type => type.GetCustomAttribute<TAttribute>())
            .OfType<TAttribute>()
            .Select(read)
            .ToDictionary(entry => entry.Type, entry => entry.Missing, StringComparer.OrdinalIgnoreCase);
}
