using Spectre.Console;

namespace B2BConnector.Host.CommandLine;

/// <summary>Starts services and stays until Ctrl+C.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(SandboxOptions options, SandboxServices services, CancellationToken stop)
    {
        var console = TextConsole.Create(toError: false);
        await using var app = await SandboxApp.StartAsync(options, services, stop);
        var table = new Table().Border(TableBorder.None).HideHeaders().AddColumns("", "", "");
        foreach (var (service, name, address, note) in new[]
        {
            (SandboxServices.Console, "Console", app.Addresses.Console, "each prospect across all systems, live"),
            (SandboxServices.Connector, "Connector", app.Addresses.Connector, "Swagger UI at /swagger"),
            (SandboxServices.Commerce, "Commerce", app.Addresses.Commerce, "F&O OData under /data, site form, jobs"),
            (SandboxServices.Dataverse, "Dataverse", app.Addresses.Dataverse, "Web API under /api/data/v9.2"),
            (SandboxServices.Runtime, "Workflows", app.Addresses.Runtime, "triggers, management API, gateway under /apim"),
        })
        {
            if (services.HasFlag(service))
            {
                table.AddRow(name, $"[link]{address.GetLeftPart(UriPartial.Authority)}[/]", $"[grey]{Markup.Escape(note)}[/]");
            }
        }

        console.Write(table);
        console.MarkupLine(options.DataFolder is { } data ? $"Data in {Markup.Escape(data)}. Ctrl+C stops." : "Data in memory only. Ctrl+C stops.");
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            console.MarkupLine("Stopping.");
        }

        return 0;
    }
}
