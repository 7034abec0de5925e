using System.Text.RegularExpressions;
using B2BConnector.Runtime;

namespace B2BConnector.Sandbox.Tests.Crashes;

/// <summary>
/// Sees every point at which a process could die: before and after each commit and each outgoing call. Tells the plan of each, and lets the
/// process die where the recipe says.
/// </summary>
internal sealed partial class CrashGate(CrashPlan plan) : IStoreWitness
{
    /// <summary>After the death that a story is played for, the process dies at up to so many points more on its way to the end: fewer stories do for all points.</summary>
    private const int MoreDeaths = 4;

    private readonly Lock _gate = new();
    private TaskCompletionSource<bool> _died = New();
    private CrashRecipe? _recipe;
    private bool _dead;

    /// <summary>Where the process died in this story, in order.</summary>
    public List<string> Deaths { get; } = [];

    public bool IsDead
    {
        get
        {
            lock (_gate)
            {
                return _dead;
            }
        }
    }

    /// <summary>True when the process died; false when no story follows.</summary>
    public Task<bool> Died
    {
        get
        {
            lock (_gate)
            {
                return _died.Task;
            }
        }
    }

    public void Begin(CrashRecipe recipe)
    {
        lock (_gate)
        {
            _recipe = recipe;
            Deaths.Clear();
        }
    }

    /// <summary>The story is over: what happens now is neither noted nor interrupted.</summary>
    public void End()
    {
        lock (_gate)
        {
            _recipe = null;
        }
    }

    /// <summary>The process was started again.</summary>
    public void Restarted()
    {
        lock (_gate)
        {
            (_dead, _died) = (false, New());
        }
    }

    public void NoMoreStories()
    {
        lock (_gate)
        {
            _died.TrySetResult(false);
        }
    }

    public bool Before(string change) => Pass("before commit of " + change);

    public bool After(string change) => Pass("after commit of " + change);

    /// <summary>False: the process is dead.</summary>
    public bool Pass(string point)
    {
        lock (_gate)
        {
            if (_dead || _recipe is not { } recipe)
            {
                return !_dead;
            }

            plan.Pass(point, recipe, Deaths);
            var dies = Deaths.Count < recipe.Deaths.Count
                ? recipe.Deaths[Deaths.Count] == point || plan.IsMissed(recipe, point)
                : recipe.Deaths.Count > 0 && Deaths.Count < recipe.Deaths.Count + MoreDeaths && !Deaths.Contains(point) && plan.IsOpen(point);
            if (!dies)
            {
                return true;
            }

            Deaths.Add(point);
            _dead = true;
            _died.TrySetResult(true);
            return false;
        }
    }

    /// <summary>A route without keys, the same in every run.</summary>
    public static string Route(HttpRequestMessage request) => $"{request.Method} {Keys().Replace(Uri.UnescapeDataString(request.RequestUri!.AbsolutePath), "*")}";

    private static TaskCompletionSource<bool> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [GeneratedRegex(@"(?<=\().*(?=\))|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|[A-Z]+-[0-9]+|\b(usrt|demf)\b|[0-9]{5,}")]
    private static partial Regex Keys();
}
