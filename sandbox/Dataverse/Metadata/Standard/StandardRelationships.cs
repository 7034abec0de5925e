namespace B2BConnector.Dataverse.Metadata.Standard;

internal static class StandardRelationships
{
    public static IReadOnlyList<CollectionRelationship> All { get; } =
    [
        new("Lead_Annotation", "lead", "annotation", "objectid"),
        new("Opportunity_Annotation", "opportunity", "annotation", "objectid"),
        new("Account_Annotation", "account", "annotation", "objectid"),
        new("Contact_Annotation", "contact", "annotation", "objectid"),
        new("opportunity_originating_lead", "lead", "opportunity", "originatingleadid"),
        new("account_originating_lead", "lead", "account", "originatingleadid"),
        new("contact_originating_lead", "lead", "contact", "originatingleadid"),
        new("lead_qualifying_opportunity", "opportunity", "lead", "qualifyingopportunityid"),
        new("lead_parent_account", "account", "lead", "parentaccountid"),
        new("lead_parent_contact", "contact", "lead", "parentcontactid"),
        new("opportunity_parent_account", "account", "opportunity", "parentaccountid"),
        new("opportunity_parent_contact", "contact", "opportunity", "parentcontactid"),
        new("opportunity_customer_accounts", "account", "opportunity", "customerid"),
        new("opportunity_customer_contacts", "contact", "opportunity", "customerid"),
        new("contact_customer_accounts", "account", "contact", "parentcustomerid"),
        new("Opportunity_OpportunityClose", "opportunity", "opportunityclose", "opportunityid"),
    ];
}
