using B2BConnector.Wdl.Syntax;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl;

/// <summary>Conditions of If, Until and trigger conditions: an expression, or the designer's object form.</summary>
public static class ConditionTemplate
{
    /// <summary>
    /// Compiles <c>"@equals(…)"</c>, <c>true</c>, or <c>{"and":[{"equals":["@a()",1]},{"not":{"less":[…]}}]}</c>.
    /// Evaluates to a boolean; anything else is a run error.
    /// </summary>
    /// <param name="expression">The value of the "expression" member.</param>
    /// <param name="path">JSON path of that member.</param>
    /// <param name="problems">Receives errors and warnings.</param>
    public static Template CompileCondition(JToken expression, string path, ICollection<Problem> problems)
    {
        var compiler = new TemplateCompiler(problems);
        var root = new ConditionCompiler(compiler).Compile(expression, path);
        return new(root, compiler.Calls);
    }
}
