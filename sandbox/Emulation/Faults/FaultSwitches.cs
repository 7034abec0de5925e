namespace B2BConnector.Emulation.Faults;

/// <summary>
/// The faults one system is told to show: rules, in the order added, and a script. Safe to change while the system runs. Requests to
/// /_sandbox never come here, and emptying the data leaves the switches as they are.
/// </summary>
public sealed class FaultSwitches
{
    private readonly Lock _gate = new();
    private readonly List<FaultState> _rules = [];
    private readonly Dictionary<FaultKind, int> _injected = Enum.GetValues<FaultKind>().ToDictionary(kind => kind, _ => 0);
    private long _requests;
    private Func<FaultRequest, FaultRule?>? _script;
    private string? _forbidden;

    /// <summary>In the order added; a switch that is used up stays visible until <see cref="Clear"/>.</summary>
    public IReadOnlyList<FaultState> Rules
    {
        get
        {
            lock (_gate)
            {
                return [.. _rules];
            }
        }
    }

    /// <summary>
    /// Asked about every request, one at a time, also about those that a rule hits: a seeded script then sees the same requests whatever the
    /// rules are. A rule wins over it. It must be quick and must not call the system.
    /// </summary>
    /// <exception cref="InvalidOperationException">The system runs where faults are refused.</exception>
    public Func<FaultRequest, FaultRule?>? Script
    {
        get => _script;
        set
        {
            lock (_gate)
            {
                RequireAllowed(value is not null);
                _script = value;
            }
        }
    }

    /// <summary>How many faults were shown, for every kind; <see cref="Clear"/> does not forget them.</summary>
    public IReadOnlyDictionary<FaultKind, int> Injected
    {
        get
        {
            lock (_gate)
            {
                return new Dictionary<FaultKind, int>(_injected);
            }
        }
    }

    /// <exception cref="ArgumentException">The rule makes no sense; the message says why.</exception>
    /// <exception cref="InvalidOperationException">The system runs where faults are refused.</exception>
    public void Add(FaultRule rule)
    {
        if (string.Join(" ", rule.Problems()) is { Length: > 0 } problems)
        {
            throw new ArgumentException(problems, nameof(rule));
        }

        lock (_gate)
        {
            RequireAllowed(true);
            _rules.Add(new FaultState(rule, 0, 0));
        }
    }

    /// <summary>Removes the rules and the script: everything works again.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _rules.Clear();
            _script = null;
        }
    }

    /// <summary>From now on nothing can be switched on.</summary>
    /// <returns>False when something is on already.</returns>
    internal bool Forbid(string why)
    {
        lock (_gate)
        {
            _forbidden = why;
            return _rules.Count == 0 && _script is null;
        }
    }

    /// <summary>The fault of this request, counted, or null.</summary>
    public FaultRule? Decide(string system, string method, string path, string query, string? caller)
    {
        lock (_gate)
        {
            if (_rules.Count == 0 && _script is null)
            {
                return null;
            }

            var request = new FaultRequest(system, ++_requests, method, path, query, caller);
            var scripted = _script?.Invoke(request);
            var fault = Hit(request) ?? scripted;
            if (fault is not null)
            {
                _injected[fault.Kind]++;
            }

            return fault;
        }
    }

    private FaultRule? Hit(FaultRequest request)
    {
        for (var index = 0; index < _rules.Count; index++)
        {
            var (rule, matched, hits) = _rules[index];
            if (hits >= rule.Times || !Fits(rule, request))
            {
                continue;
            }

            var hit = matched >= rule.Skip;
            _rules[index] = new FaultState(rule, matched + 1, hits + (hit ? 1 : 0));
            if (hit)
            {
                return rule;
            }
        }

        return null;
    }

    private static bool Fits(FaultRule rule, FaultRequest request) =>
        FaultRoute.Matches(rule.Route, request.Method, request.Path)
        && (rule.Contains is not { } text
            || request.Path.Contains(text, StringComparison.OrdinalIgnoreCase) || request.Query.Contains(text, StringComparison.OrdinalIgnoreCase));

    private void RequireAllowed(bool on)
    {
        if (on && _forbidden is { } why)
        {
            throw new InvalidOperationException(why);
        }
    }
}
