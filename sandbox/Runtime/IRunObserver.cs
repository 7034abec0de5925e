namespace B2BConnector.Runtime;

/// <summary>Hears what happens in an engine's runs, after it is stored. Called on the engine's threads: return at once and throw nothing.</summary>
public interface IRunObserver
{
    /// <summary>An action, or one repetition of it, came to its end. Actions that were skipped are not told.</summary>
    void ActionEnded(ActionEnd action);

    /// <summary>A run came to its end.</summary>
    void RunEnded(RunSummary run);
}
