namespace IrenPortal.Site.Pdf.Layout;

/// <summary>The paper: A4, in points from the upper left corner.</summary>
internal static class Sheet
{
    /// <summary>Its width.</summary>
    public const double Width = 595.28;

    /// <summary>Its height.</summary>
    public const double Height = 841.89;

    /// <summary>Margin at the left and the right.</summary>
    public const double Margin = 49.5;

    /// <summary>Where the text begins on the first page, under the masthead.</summary>
    public const double FirstTop = 72;

    /// <summary>Where it begins on the others.</summary>
    public const double Top = 48;

    /// <summary>Where it ends.</summary>
    public const double Bottom = Height - 76;

    /// <summary>The line over the foot.</summary>
    public const double Foot = Height - 62;

    /// <summary>The width of the text.</summary>
    public const double TextWidth = Width - (2 * Margin);
}
