using B2BConnector.Commerce.Headquarters;
using B2BConnector.Commerce.Jobs;
using B2BConnector.Commerce.Model;
using B2BConnector.Emulation;

namespace B2BConnector.Commerce.Operations;

/// <summary>What every operation works on.</summary>
internal sealed class CommerceSystem(CommerceOptions options, EmulatorStore store, EntityCatalogue entities, JobCatalogue jobs)
{
    public CommerceOptions Options { get; } = options;

    public EntityCatalogue Entities { get; } = entities;

    public JobCatalogue Jobs { get; } = jobs;

    public T Read<T>(Func<HeadquartersSession, T> read) => store.Read(session => read(new HeadquartersSession(session, Options)));

    public T Write<T>(Func<HeadquartersSession, T> write) => store.Write(session => write(new HeadquartersSession(session, Options)));
}
