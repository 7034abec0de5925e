namespace B2BConnector.Emulation.Faults;

/// <summary>Rules, in the order added, and a script that decide about requests or callbacks. Safe to change while the system runs.</summary>
public abstract class Switchboard<TKind, TRule, TSubject>
    where TKind : struct, Enum
    where TRule : class, IFaultRule<TKind, TSubject>
{
    private readonly Lock _gate = new();
    private readonly List<FaultState<TRule>> _rules = [];
    private readonly Dictionary<TKind, int> _injected = Enum.GetValues<TKind>().ToDictionary(kind => kind, _ => 0);
    private volatile Func<TSubject, TRule?>? _script;
    private volatile bool _inUse;
    private string? _forbidden;

    /// <summary>In the order added; a switch that is used up stays visible until <see cref="Clear"/>.</summary>
    public IReadOnlyList<FaultState<TRule>> Rules
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
    /// Asked about every request or callback, one at a time, also about those that a rule hits: a seeded script then sees the same whatever
    /// the rules are. A rule wins over it. It must be quick and must not call the system.
    /// </summary>
    /// <exception cref="InvalidOperationException">The system runs where faults are refused.</exception>
    public Func<TSubject, TRule?>? Script
    {
        get => _script;
        set
        {
            lock (_gate)
            {
                RequireAllowed(value is not null);
                _script = value;
                _inUse = value is not null || _rules.Count > 0;
            }
        }
    }

    /// <summary>How many faults were shown, for every kind; <see cref="Clear"/> does not forget them.</summary>
    public IReadOnlyDictionary<TKind, int> Injected
    {
        get
        {
            lock (_gate)
            {
                return new Dictionary<TKind, int>(_injected);
            }
        }
    }

    /// <summary>Whether there is a rule or a script.</summary>
    public bool InUse => _inUse;

    /// <exception cref="ArgumentException">The rule makes no sense; the message says why.</exception>
    /// <exception cref="InvalidOperationException">The system runs where faults are refused.</exception>
    public void Add(TRule rule)
    {
        if (string.Join(" ", rule.Problems()) is { Length: > 0 } problems)
        {
            throw new ArgumentException(problems);
        }

        lock (_gate)
        {
            RequireAllowed(true);
            _rules.Add(new FaultState<TRule>(rule, 0, 0));
            _inUse = true;
        }
    }

    /// <summary>Removes the rules and the script: everything works again.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _rules.Clear();
            _script = null;
            _inUse = false;
        }
    }

    /// <summary>The fault of this subject, counted, or null.</summary>
    public TRule? Decide(TSubject subject)
    {
        lock (_gate)
        {
            var scripted = _script?.Invoke(subject);
            var fault = Hit(subject) ?? scripted;
            if (fault is not null)
            {
                _injected[fault.Kind]++;
            }

            return fault;
        }
    }

    /// <summary>From now on nothing can be switched on.</summary>
    /// <returns>False when something is on already.</returns>
    internal bool Forbid(string why)
    {
        lock (_gate)
        {
            _forbidden = why;
            return !_inUse;
        }
    }

    private TRule? Hit(TSubject subject)
    {
        for (var index = 0; index < _rules.Count; index++)
        {
            var (rule, matched, hits) = _rules[index];
            if (hits >= rule.Times || !rule.Fits(subject))
            {
                continue;
            }

            var hit = matched >= rule.Skip;
            _rules[index] = new FaultState<TRule>(rule, matched + 1, hits + (hit ? 1 : 0));
            if (hit)
            {
                return rule;
            }
        }

        return null;
    }

    private void RequireAllowed(bool on)
    {
        if (on && _forbidden is { } why)
        {
            throw new InvalidOperationException(why);
        }
    }
}
