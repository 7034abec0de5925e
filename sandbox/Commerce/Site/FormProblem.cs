namespace B2BConnector.Commerce.Site;

/// <summary>One mistake in the form. <see cref="Field"/> is the path of the member, for example <c>address.country</c>.</summary>
internal sealed record FormProblem(string Field, string Message);
