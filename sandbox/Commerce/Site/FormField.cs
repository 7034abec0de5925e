namespace B2BConnector.Commerce.Site;

/// <summary>
/// One field of the form and the prospect column it ends in. <see cref="Path"/> is the member of the JSON form, where a dot leads into
/// the address; <see cref="Column"/> is empty for the names, which the party holds; <see cref="MaxLength"/> is what headquarters keeps.
/// </summary>
internal sealed record FormField(string Path, string Column, int MaxLength = 0, FormFieldKind Kind = FormFieldKind.Text, bool Required = false);
