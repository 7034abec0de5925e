namespace B2BConnector.Runtime;

/// <summary>Sees every commit of an engine's store, and can end the engine's life at any of them.</summary>
public interface IStoreWitness
{
    /// <summary>Before a change is written.</summary>
    /// <param name="change">What is stored, in words that are the same in every run: kind, workflow, action, status.</param>
    /// <returns>False: the process is dead from here on. Neither this change nor any later one is written.</returns>
    bool Before(string change);

    /// <summary>After a change is on disk.</summary>
    /// <param name="change">As in <see cref="Before"/>.</param>
    /// <returns>False: the process is dead from here on.</returns>
    bool After(string change);
}
