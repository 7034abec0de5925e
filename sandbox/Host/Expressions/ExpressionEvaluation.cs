using B2BConnector.Emulation;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Host.Expressions;

/// <summary>Evaluates one expression as a workflow would, in a run that JSON describes.</summary>
internal static class ExpressionEvaluation
{
    /// <param name="expression">As it stands in a definition: <c>@f(…)</c>, a text with <c>@{…}</c>, or any JSON value that holds such texts.</param>
    /// <param name="run">The description of the run; checked already.</param>
    public static EvalResult Evaluate(JToken expression, JObject run)
    {
        var problems = new List<Problem>();
        var template = Template.Compile(expression, "", problems);

        // Warnings are what the platform saves: they fail below, with its own words.
        if (problems.Find(problem => problem.Severity != ProblemSeverity.Warning) is { } refused)
        {
            return new EvalResult(null, refused.Code, refused.Message, refused.Span, refused.Remedy);
        }

        try
        {
            var random = new Random(IdSources.Random().GetHashCode());
            return new EvalResult(template.Evaluate(new DescribedRun(run, TimeProvider.System, () => IdSources.Random(), random)));
        }
        catch (WdlException failure)
        {
            return new EvalResult(null, failure.Code, failure.Message, problems.FirstOrDefault()?.Span, problems.FirstOrDefault()?.Remedy);
        }
    }
}
