namespace IrenPortal.Content.FrontMatter;

/// <summary>The flag by which a contract, page or event is taken back; readers are told why.</summary>
internal static class Withdrawal
{
    /// <summary>Reads <c>withdrawn</c> and asks for the reason that belongs to it.</summary>
    public static bool Read(FieldReader fields)
    {
        var withdrawn = fields.Flag("withdrawn");
        if (withdrawn)
        {
            fields.Require("reason", "reason: what readers are told of why it was withdrawn");
        }

        return withdrawn;
    }
}
