namespace IrenPortal.Site.Pdf.Typesetting;

/// <summary>How words are set; flags.</summary>
[Flags]
internal enum RunStyle
{
    /// <summary>As the text around them.</summary>
    None = 0,

    /// <summary>Strong.</summary>
    Strong = 1,

    /// <summary>Slanted.</summary>
    Emphasis = 2,

    /// <summary>Code: each character of one width.</summary>
    Code = 4,

    /// <summary>A step smaller.</summary>
    Small = 8,

    /// <summary>In the quieter colour.</summary>
    Muted = 16,

    /// <summary>Small and raised, such as a footnote's mark.</summary>
    Raised = 32,
}

/// <summary>Words of one style.</summary>
/// <param name="Text">Plain text; a line feed is a break.</param>
/// <param name="Style">How they are set.</param>
/// <param name="Href">Where they lead: an absolute address, or <c>#</c> and a name in this text; null for no link.</param>
internal sealed record Run(string Text, RunStyle Style = RunStyle.None, string? Href = null);
