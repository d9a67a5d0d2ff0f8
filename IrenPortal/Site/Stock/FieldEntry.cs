namespace IrenPortal.Site.Stock;

/// <summary>What a reader wrote into one field of a form.</summary>
/// <param name="Value">What it says; null where it is empty or can't be read.</param>
/// <param name="Text">What the address and the field hold: the value in its plain form, else what was written; empty where nothing was.</param>
/// <param name="Error">What is wrong and what to write instead; null where nothing is.</param>
public sealed record FieldEntry<T>(T? Value, string Text, string? Error = null)
    where T : struct
{
    /// <summary>The value in its plain form; empty where there is none: a browser's date field takes nothing else.</summary>
    public string Plain => Value is null ? "" : Text;

    /// <summary>True where nothing was written.</summary>
    public bool IsEmpty => Text.Length == 0;
}

/// <summary>Entries without a value.</summary>
public static class FieldEntry
{
    /// <summary>A field that was left alone.</summary>
    public static FieldEntry<T> Empty<T>()
        where T : struct => new(null, "");
}
