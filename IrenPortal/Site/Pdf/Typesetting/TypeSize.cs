namespace IrenPortal.Site.Pdf.Typesetting;

/// <summary>Size and line height in points; the printed page's.</summary>
/// <param name="Size">Of the type.</param>
/// <param name="Line">From base line to base line.</param>
/// <param name="Style">What all words in it have beside their own style.</param>
/// <param name="Track">Space added after each character, as a share of the size: below zero for large type.</param>
internal sealed record TypeSize(double Size, double Line, RunStyle Style = RunStyle.None, double Track = 0)
{
    /// <summary>The headline.</summary>
    public static readonly TypeSize Headline = new(22, 26, RunStyle.Strong, -0.022);

    /// <summary>A section of the page.</summary>
    public static readonly TypeSize Section = new(13, 18, RunStyle.Strong, -0.012);

    /// <summary>A heading below that.</summary>
    public static readonly TypeSize Heading = new(11.5, 16, RunStyle.Strong);

    /// <summary>A heading below that again.</summary>
    public static readonly TypeSize SmallHeading = new(10, 14.5, RunStyle.Strong);

    /// <summary>The summary.</summary>
    public static readonly TypeSize Lead = new(12, 17);

    /// <summary>Running text.</summary>
    public static readonly TypeSize Body = new(10, 14.5);

    /// <summary>Notices and the line of the moment.</summary>
    public static readonly TypeSize Plain = new(9.5, 14);

    /// <summary>Notes.</summary>
    public static readonly TypeSize Small = new(8.5, 12);

    /// <summary>Code.</summary>
    public static readonly TypeSize Code = new(8.5, 12.5, RunStyle.Code);

    /// <summary>A figure of the row of facts.</summary>
    public static readonly TypeSize Figure = new(12.5, 16, RunStyle.Strong, -0.012);

    /// <summary>Words in the place of such a figure.</summary>
    public static readonly TypeSize FigureWords = new(9.5, 13, RunStyle.Strong);

    /// <summary>Wide tables.</summary>
    public static readonly TypeSize Tiny = new(7, 9.5);

    /// <summary>The heading of a level from 1.</summary>
    public static TypeSize HeadingOf(int level) => level switch { 1 => Headline, 2 => Section, 3 => Heading, _ => SmallHeading };

    /// <summary>The share of the line above the base line that centres the type in it.</summary>
    public double Baseline => ((Line - Size) / 2) + (Size * 0.81);

    /// <summary>The size of a run in this type.</summary>
    public double Of(RunStyle style) => style.HasFlag(RunStyle.Raised) ? Size * 0.68 : style.HasFlag(RunStyle.Small) ? Size * 0.86 : style.HasFlag(RunStyle.Code) && !Style.HasFlag(RunStyle.Code) ? Size * 0.9 : Size;
}
