namespace B2BConnector.Dataverse.Metadata.Standard;

internal static class AnnotationTable
{
    public static TableBuilder Define() => new TableBuilder("annotation", "annotations", "annotationid", "subject", 5) { Label = "Note" }
        .Text(500, "subject").Memo(1_073_741_823, "notetext", "documentbody").Text(255, "filename").Text(256, "mimetype").Text(2, "langid")
        .Flag("isdocument").Whole(0, 1_000_000_000, "filesize").ReadOnly("filesize")
        .Lookup("objectid", "lead", "opportunity", "account", "contact").Text(64, "objecttypecode").ReadOnly("objecttypecode")
        .Owned().Audited();
}
