using System.Text;

namespace IrenPortal.Identity.Passwords;

/// <summary>
/// Long passwords that are guessed first: common words and runs, strung together or repeated, also with digits and
/// signs for letters. Comparing with a blocklist instead of asking for kinds of characters follows NIST SP 800-63B, 3.1.1.2.
/// </summary>
internal static class BlockedPasswords
{
    // What has to be left of a password once every common part is taken out of it.
    private const int OwnCharacters = 6;

    private static readonly string[] Runs = ["abcdefghijklmnopqrstuvwxyz", "zyxwvutsrqponmlkjihgfedcba", "01234567890", "09876543210", "qwertyuiop", "poiuytrewq", "asdfghjkl", "lkjhgfdsa", "zxcvbnm", "mnbvcxz", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "qazwsxedcrfvtgbyhnujmikolp"];

    private static readonly string[] Words = ReadWords();

    /// <summary>
    /// True when too little remains once common words, runs along the alphabet or keyboard, repeats and
    /// <paramref name="context"/> (names of the company, the person and the site) are taken out.
    /// </summary>
    public static bool Covers(string password, IEnumerable<string> context)
    {
        var own = context.SelectMany(PartsOf).Concat(Words).Distinct(StringComparer.Ordinal).OrderByDescending(w => w.Length).ToArray();
        return Remainder(Fold(password), own) < OwnCharacters || Remainder(Fold(WithoutDisguise(password)), own) < OwnCharacters;
    }

    private static int Remainder(string text, string[] words)
    {
        var rest = words.Aggregate(text, (left, word) => left.Replace(word, " ", StringComparison.Ordinal));
        var remaining = new StringBuilder();
        foreach (var piece in rest.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            remaining.Append(WithoutRuns(piece));
        }

        var unit = Period(remaining.ToString());
        return remaining.ToString().AsSpan(0, unit).ToString().Distinct().Count() < 4 ? 0 : unit;
    }

    // A run of four and more along the alphabet, the digits or a keyboard's rows counts for nothing.
    private static string WithoutRuns(string piece)
    {
        var kept = new StringBuilder();
        for (var i = 0; i < piece.Length;)
        {
            var length = Runs.Max(run => LongestRun(piece, i, run));
            if (length < 4)
            {
                kept.Append(piece[i]);
                length = 1;
            }

            i += length;
        }

        return kept.ToString();
    }

    private static int LongestRun(string piece, int from, string run)
    {
        var start = run.IndexOf(piece[from], StringComparison.Ordinal);
        var length = 0;
        while (start >= 0 && from + length < piece.Length && start + length < run.Length && piece[from + length] == run[start + length])
        {
            length++;
        }

        return length;
    }

    // The length of the part that the text repeats; its own length when it repeats nothing.
    private static int Period(string text)
    {
        for (var unit = 1; unit <= text.Length / 2; unit++)
        {
            if (text.AsSpan(unit).SequenceEqual(text.AsSpan(0, text.Length - unit)))
            {
                return unit;
            }
        }

        return text.Length;
    }

    private static IEnumerable<string> PartsOf(string name) =>
        name.Split([' ', '.', '@', '-', '_', '+', ',', '\''], StringSplitOptions.RemoveEmptyEntries).Append(name).Select(Fold).Where(part => part.Length > 2);

    private static string Fold(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(char.IsLetterOrDigit));

    private static string WithoutDisguise(string text) =>
        text.Replace('0', 'o').Replace('1', 'i').Replace('!', 'i').Replace('3', 'e').Replace('4', 'a').Replace('@', 'a').Replace('5', 's').Replace('$', 's').Replace('7', 't').Replace('8', 'b');

    private static string[] ReadWords()
    {
        using var stream = typeof(BlockedPasswords).Assembly.GetManifestResourceStream("blocked-words.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split(['\n', ' ', '\r'], StringSplitOptions.RemoveEmptyEntries)];
    }
}
