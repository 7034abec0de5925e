using B2BConnector.Emulation;

namespace B2BConnector.Commerce.Site;

/// <summary>A form with mistakes: all of them at once.</summary>
internal sealed class FormFault(IReadOnlyList<FormProblem> problems) : EmulatorFault(
    400, "CE0001", $"The form has {problems.Count} {(problems.Count == 1 ? "mistake" : "mistakes")}: {string.Join(", ", problems.Select(problem => problem.Field))}.")
{
    public IReadOnlyList<FormProblem> Problems { get; } = problems;
}
