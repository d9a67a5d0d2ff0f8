namespace IrenPortal.Newsroom.Compare;

/// <summary>What became of a line.</summary>
public enum LineSign
{
    /// <summary>In both texts.</summary>
    Kept = 1,

    /// <summary>In the earlier text alone.</summary>
    Removed = 2,

    /// <summary>In the later text alone.</summary>
    Added = 3,
}
