namespace B2BConnector.Host.ConsolePages.Model;

/// <summary>The lifecycle in its order.</summary>
public enum Stage
{
    Request,
    Pull,
    Prospect,
    Seen,
    CreatedRun,
    Lead,
    Note,
    Qualified,
    Opportunity,
    Account,
    Contact,
    SalesRun,
    Customers,
    Closed,
    Decision,
    Hierarchy,
    DecidedSeen,
    MailQueued,
    Issue,
    MailSent,
}
