using B2BConnector.Wdl.Evaluation;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Syntax;

/// <summary>A node of a compiled template. Shared by all runs; nothing in it changes once its template is compiled.</summary>
internal abstract class Expression
{
    /// <summary>
    /// The value. The caller does not own it: it may belong to the run or to the template (<see cref="Values.Tokens"/>), so whoever keeps it
    /// puts it into a container of its own, which copies what has a parent, or copies it.
    /// </summary>
    public abstract JToken Evaluate(Evaluator evaluator);
}
