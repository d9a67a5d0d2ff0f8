using NodaTime;

namespace IrenPortal.Site.Editions;

/// <summary>An edition after the first.</summary>
/// <param name="Version">The version that it made.</param>
/// <param name="At">When the store took it.</param>
/// <param name="Reason">Why, in plain words.</param>
/// <param name="Withdraws">True where it took the document back, false where it changed the text or brought it back.</param>
public sealed record Correction(int Version, Instant At, string Reason, bool Withdraws = false);

/// <summary>Where one edition stands among those of its document.</summary>
/// <param name="Href">The document's address.</param>
/// <param name="Version">This edition's version, from 1; 0 for a draft.</param>
/// <param name="LatestVersion">The newest version.</param>
/// <param name="Corrections">Every edition after the first, oldest first.</param>
public sealed record EditionStanding(string Href, int Version, int LatestVersion, IReadOnlyList<Correction> Corrections)
{
    /// <summary>True where a newer edition has taken its place.</summary>
    public bool IsEarlier => Version < LatestVersion;

    /// <summary>The withdrawal that this edition is; null for any other.</summary>
    public Correction? Withdrawal => Corrections.FirstOrDefault(c => c.Version == Version && c.Withdraws);

    /// <summary>The withdrawal that is in force now; null while there is a text to read.</summary>
    public Correction? WithdrawnNow => Corrections.FirstOrDefault(c => c.Version == LatestVersion && c.Withdraws);

    /// <summary>The address of an edition.</summary>
    public string HrefOf(int version) => FormattableString.Invariant($"{Href}?version={version}");

    /// <summary>The newest edition before another that had a text.</summary>
    public int TextBefore(int version)
    {
        var before = version - 1;
        while (before > 1 && Corrections.Any(c => c.Version == before && c.Withdraws))
        {
            before--;
        }

        return before;
    }

    /// <summary>What an edition did, in a word.</summary>
    public string WordOf(Correction correction) => correction.Withdraws ? EditionTexts.Withdrawn : Reinstates(correction) ? EditionTexts.Reinstated : EditionTexts.Corrected;

    /// <summary>True where an edition brought back what was withdrawn.</summary>
    public bool Reinstates(Correction correction) => !correction.Withdraws && Corrections.Any(c => c.Version == correction.Version - 1 && c.Withdraws);
}
