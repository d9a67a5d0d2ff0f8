namespace IrenPortal.Data.Public;

/// <summary>What made a command of the gate come when it came.</summary>
public enum CommandOrigin
{
    /// <summary>Somebody published at once.</summary>
    AtOnce = 1,

    /// <summary>The release loop, at an approved instant.</summary>
    Scheduled = 2,

    /// <summary>Files that were brought in; what they publish may be years old.</summary>
    Imported = 3,
}

/// <summary>How idempotency keys begin, so that the record tells a release on its instant from history that was brought in.</summary>
public static class CommandKeys
{
    /// <summary>Of an import.</summary>
    public const string Import = "import-";

    /// <summary>Of a scheduled release.</summary>
    public const string Scheduled = "scheduled-";

    /// <summary>Where a command with this key came from.</summary>
    public static CommandOrigin OriginOf(string key) =>
        key.StartsWith(Import, StringComparison.Ordinal) ? CommandOrigin.Imported
        : key.StartsWith(Scheduled, StringComparison.Ordinal) ? CommandOrigin.Scheduled
        : CommandOrigin.AtOnce;
}
