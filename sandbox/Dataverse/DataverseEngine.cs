using B2BConnector.Dataverse.Callbacks;
using B2BConnector.Dataverse.Metadata;
using B2BConnector.Dataverse.Rows;
using B2BConnector.Emulation;

namespace B2BConnector.Dataverse;

/// <summary>What every request works with: the tables, the data, the clock, and the sender that wakes up after a commit.</summary>
internal sealed class DataverseEngine(DataverseOptions options, OrganizationModel model, EmulatorStore store, CallbackSignal callbacks, IStoreSession? open = null)
{
    public DataverseOptions Options { get; } = options;

    public OrganizationModel Model { get; } = model;

    public EmulatorStore Store { get; } = store;

    public T Read<T>(Func<DataReader, T> read) => open is null ? Store.Read(session => read(new DataReader(Model, session))) : read(new DataReader(Model, open));

    /// <summary>One transaction. Callbacks that its changes cause are rows of the same transaction; the sender hears of them after the commit.</summary>
    public T Write<T>(Caller caller, Func<DataWriter, T> write)
    {
        if (open is not null) return write(new DataWriter(this, open, caller));
        var result = Store.Write(session => write(new DataWriter(this, session, caller)));
        callbacks.Set();
        return result;
    }

    /// <summary>Several requests in one transaction: what they write through the engine they are given is kept if <paramref name="work"/> returns, else nothing.</summary>
    public T Together<T>(Func<DataverseEngine, T> work)
    {
        var result = Store.Write(session => work(new DataverseEngine(Options, Model, Store, callbacks, session)));
        callbacks.Set();
        return result;
    }
}
