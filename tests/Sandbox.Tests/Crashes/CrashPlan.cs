namespace B2BConnector.Sandbox.Tests.Crashes;

/// <summary>
/// The list of points at which a process could die, and what is left to do of it. It begins with the stories alone; every point that a
/// process passes for the first time, also one in a life after a death, comes onto the list with the recipe that leads to it.
/// </summary>
internal sealed class CrashPlan
{
    private const int MostAttempts = 5;
    private const int MostOthers = 3;
    private readonly Lock _gate = new();
    private readonly List<CrashRecipe> _open;
    private readonly Dictionary<CrashRecipe, int> _attempts = [];
    private readonly Dictionary<string, CrashRecipe> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<CrashRecipe>> _others = new(StringComparer.Ordinal);
    private readonly HashSet<string> _called = new(StringComparer.Ordinal);
    private readonly HashSet<string> _covered = new(StringComparer.Ordinal);
    private readonly List<string> _failures = [];
    private readonly Func<string, bool> _wanted;

    /// <param name="stories">What is played.</param>
    /// <param name="wanted">At which of the points the process is to die.</param>
    public CrashPlan(IEnumerable<CrashStory> stories, Func<string, bool> wanted)
    {
        _open = [.. stories.Select(story => new CrashRecipe(story, []))];
        _wanted = wanted;
    }

    public bool IsWanted(string point) => _wanted(point);

    /// <summary>Points at which the process is to die.</summary>
    public int Wanted => _known.Keys.Count(_wanted);

    /// <summary>Those at which it died.</summary>
    public int Covered => _covered.Count;

    /// <summary>Passages of points while stories were only watched: what the points would be if each occurrence counted.</summary>
    public int Occurrences { get; private set; }

    /// <summary>Stories played.</summary>
    public int Rounds { get; private set; }

    /// <summary>Deaths, also those on the way to another point.</summary>
    public int Deaths { get; private set; }

    public IReadOnlyList<string> Uncovered => [.. _known.Where(point => _wanted(point.Key) && !_covered.Contains(point.Key)).Select(point => point.Value.Text).Order(StringComparer.Ordinal)];

    public IReadOnlyCollection<string> Points => _known.Keys;

    public IReadOnlyCollection<string> DiedAt => _covered;

    /// <summary>Operations of the connector that somebody called; one that only answers has no points.</summary>
    public IReadOnlyCollection<string> Called => _called;

    public IReadOnlyList<string> Failures => _failures;

    /// <summary>What to play next; null when nothing is left.</summary>
    /// <param name="variant">Only stories for systems of this kind; null: any.</param>
    /// <param name="first">Whether it may be a story of the first start.</param>
    public CrashRecipe? Next(CrashVariant? variant, bool first)
    {
        lock (_gate)
        {
            _open.RemoveAll(IsDone);
            var next = _open.Find(recipe => (variant is null || recipe.Story.Variant == variant) && (first || !recipe.Story.IsFirstStart));
            if (next is not null)
            {
                _open.Remove(next);
            }

            return next;
        }
    }

    /// <summary>A living process passes a point.</summary>
    /// <param name="point">Which.</param>
    /// <param name="recipe">What is played.</param>
    /// <param name="deaths">Where it died in this story before.</param>
    public void Pass(string point, CrashRecipe recipe, IReadOnlyCollection<string> deaths)
    {
        lock (_gate)
        {
            Occurrences += recipe.Deaths.Count == 0 ? 1 : 0;
            var reached = new CrashRecipe(recipe.Story, [.. deaths.Count > recipe.Deaths.Count ? deaths : recipe.Deaths.Take(deaths.Count), point]);
            var isKnown = _known.TryGetValue(point, out var usual);

            // A story may have come here by a rare accident after another death; one that comes here of itself will do so again.
            if (!isKnown || (!_covered.Contains(point) && reached.Deaths.Count < usual!.Deaths.Count))
            {
                _known[point] = reached;
                if (_wanted(point))
                {
                    _open.Add(reached);
                }
            }
            else if (_wanted(point) && !_covered.Contains(point))
            {
                Keep(point, reached);
            }
        }
    }

    public void Call(string operation)
    {
        lock (_gate)
        {
            _called.Add(operation);
        }
    }

    /// <summary>Whether a repeated story may end the process here instead: some points are passed only when things happen in a rare order.</summary>
    public bool IsMissed(CrashRecipe recipe, string point)
    {
        lock (_gate)
        {
            return _attempts.ContainsKey(recipe) && !_covered.Contains(point) && _known.TryGetValue(point, out var usual) && _attempts.ContainsKey(usual);
        }
    }

    /// <summary>Whether the process is still to die here.</summary>
    public bool IsOpen(string point)
    {
        lock (_gate)
        {
            return _wanted(point) && !_covered.Contains(point);
        }
    }

    /// <summary>A story is over; one that did not come to its point is played again.</summary>
    public void Over(CrashRecipe recipe, IReadOnlyCollection<string> deaths, IReadOnlyList<string> problems)
    {
        lock (_gate)
        {
            Rounds++;
            Deaths += deaths.Count;
            _covered.UnionWith(deaths);
            if (problems.Count > 0)
            {
                _failures.Add($"{recipe.Text}\n  {string.Join("\n  ", problems)}");
            }

            if (recipe.Deaths.Count > 0 && !IsDone(recipe))
            {
                _open.AddRange((_attempts[recipe] = _attempts.GetValueOrDefault(recipe) + 1) < MostAttempts ? [recipe] : Others(recipe.Deaths[^1]));
            }
        }
    }

    /// <summary>Another way to a point, after another death: the first one may have been the accident.</summary>
    private void Keep(string point, CrashRecipe reached)
    {
        var others = _others.TryGetValue(point, out var kept) ? kept : _others[point] = [];
        if (others.Count < MostOthers && reached.Deaths.Count > 1 && !others.Exists(other => other.Deaths[^2] == reached.Deaths[^2]))
        {
            others.Add(reached);
        }
    }

    private List<CrashRecipe> Others(string point) => _others.Remove(point, out var others) ? others : [];

    private bool IsDone(CrashRecipe recipe) => recipe.Deaths.Count > 0 && _covered.Contains(recipe.Deaths[^1]);
}
