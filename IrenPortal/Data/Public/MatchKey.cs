using System.Text;

namespace IrenPortal.Data.Public;

/// <summary>Folds text for matching without case, the same on both databases.</summary>
public static class MatchKey
{
    /// <summary>Compatibility-composed, upper-cased by the invariant culture, white space runs made one blank.</summary>
    public static string Fold(string text) =>
        string.Join(' ', WithoutLoneSurrogates(text).Normalize(NormalizationForm.FormKC).ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // Normalize throws on half a surrogate pair, which an address can carry.
    private static string WithoutLoneSurrogates(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
