namespace IrenPortal.Newsroom.Audit;

/// <summary>A kind of act, as the audit's filter offers it.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Text">What a person reads.</param>
/// <param name="Prefixes">How the names of its acts begin.</param>
public sealed record AuditKind(string Value, string Text, string[] Prefixes)
{
    /// <summary>Every kind, in the order of the list.</summary>
    public static IReadOnlyList<AuditKind> All { get; } =
    [
        new("openings", "Opening and reading", ["item.", "list.", "audit.", "insider."]),
        new("texts", "Texts, files and comments", ["draft.", "correction.", "comment.", "file.", "edition."]),
        new("review", "Review and approval", ["review.", "approval.", "release.approved", "release.alone"]),
        new("releases", "Release and withdrawal", ["release.", "withdrawal.", "schedule."]),
        new("prices", "Prices", ["prices."]),
        new("filings", "SEC filings", ["filings."]),
        new("alerts", "E-mail alerts", ["alerts."]),
        new("people", "People and sign-ins", ["user."]),
    ];

    /// <summary>The kind that a form names; null for every kind.</summary>
    public static AuditKind? Named(string? value) => All.FirstOrDefault(k => k.Value == value);
}
