using B2BConnector.ApiHub;
using B2BConnector.Commerce;
using B2BConnector.Dataverse;
using B2BConnector.Runtime;

namespace B2BConnector.Host;

/// <summary>Where a test or a simulation takes hold of the services; each is called once per start of its service, after the host's own settings.</summary>
public sealed class SandboxHooks
{
    /// <summary>Gives each service, by name, whom to tell +1 when it begins to work by itself and -1 when it waits. Null: nobody.</summary>
    public Func<string, Action<int>>? Busy { get; set; }

    /// <summary>Changes how the Commerce emulator behaves.</summary>
    public Action<CommerceOptions>? Commerce { get; set; }

    /// <summary>Changes how the Dataverse emulator behaves.</summary>
    public Action<DataverseOptions>? Dataverse { get; set; }

    /// <summary>Changes registrations and configuration of the connector.</summary>
    public Action<WebApplicationBuilder>? Connector { get; set; }

    /// <summary>Changes how the connection gateway behaves.</summary>
    public Action<ApiHubOptions>? Gateway { get; set; }

    /// <summary>Makes the handler of the workflow runtime's calls. Null: sockets.</summary>
    public Func<HttpMessageHandler>? RuntimeHttp { get; set; }

    /// <summary>Takes the place of loading the workflow project; is given how to load it. Null: it is loaded at every start.</summary>
    public Func<Func<WorkflowProject>, WorkflowProject>? Project { get; set; }

    /// <summary>Sees every commit of the workflow runtime. Null: nobody.</summary>
    public IStoreWitness? RuntimeStore { get; set; }
}
