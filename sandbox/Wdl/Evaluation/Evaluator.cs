using B2BConnector.Wdl.Functions;
using B2BConnector.Wdl.Syntax;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Evaluation;

/// <summary>
/// One evaluation: what it may see, the calls that are open, and what it may still build. Evaluations follow each other on a thread, so one
/// of these is kept per thread; one that starts inside another (a parameter that is an expression) gets its own. Recursion is bounded by
/// the depth limits of parser and compiler.
/// </summary>
internal sealed class Evaluator
{
    [ThreadStatic]
    private static Evaluator? _spare;

    private Arguments[] _calls = [];
    private int _depth;
    private int _deepest;

    public IEvaluationContext Context { get; private set; } = null!;

    public Budget Budget { get; } = new();

    /// <summary>Evaluates one template.</summary>
    public static JToken Evaluate(Expression root, IEvaluationContext context)
    {
        var evaluator = _spare ?? new Evaluator();
        _spare = null;
        evaluator.Context = context;
        try
        {
            return root.Evaluate(evaluator);
        }
        finally
        {
            evaluator.Reset();
            _spare = evaluator;
        }
    }

    /// <summary>The arguments of a call that begins.</summary>
    public Arguments Open()
    {
        if (_depth == _deepest)
        {
            Deepen();
        }
        return _calls[_depth++];
    }

    /// <summary>The innermost call has ended.</summary>
    public void Close() => _depth--;

    private void Deepen()
    {
        if (_deepest == _calls.Length)
        {
            Array.Resize(ref _calls, _deepest + 4);
            for (var i = _deepest; i < _calls.Length; i++)
            {
                _calls[i] = new(this);
            }
        }
        _deepest++;
    }

    private void Reset()
    {
        for (var i = 0; i < _deepest; i++)
        {
            _calls[i].Clear();
        }
        _depth = 0;
        _deepest = 0;
        Context = null!;
        Budget.Reset();
    }
}
