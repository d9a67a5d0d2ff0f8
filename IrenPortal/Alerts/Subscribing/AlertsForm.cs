using IrenPortal.Data.Alerts;
using IrenPortal.Data.Public;
using IrenPortal.Ui;

namespace IrenPortal.Alerts.Subscribing;

/// <summary>What a form of the alerts holds, and what is wrong with it.</summary>
/// <param name="Address">As typed; empty where it isn't asked for.</param>
/// <param name="Wishes">What is ticked.</param>
/// <param name="AddressFault">What is wrong with the address; null where nothing is.</param>
public sealed record AlertsForm(string Address, Wishes Wishes, string? AddressFault = null)
{
    /// <summary>The id of the address field.</summary>
    public const string AddressField = "field-email";

    // People see no such field; programs that fill every form do.
    private const string Trap = "website";
    private const int LongestAddress = 320;

    /// <summary>An empty form: everything, at once.</summary>
    public static AlertsForm Empty { get; } = new("", new Wishes(AlertRhythm.Immediate, []));

    /// <summary>For the list above the form.</summary>
    public IReadOnlyList<FormIssue> Issues => AddressFault is null ? [] : [new FormIssue(AddressField, AddressFault)];

    /// <summary>Whether a program filled it in.</summary>
    public bool IsTrapped { get; private init; }

    /// <summary>Reads what was posted; categories that the company does not have are left out, and all of them are the same as none.</summary>
    public static AlertsForm Read(IFormCollection form, IReadOnlyList<string> categories)
    {
        var address = form["email"].ToString();
        var ticked = form["category"].Select(c => MatchKey.Fold(c ?? "")).ToHashSet(StringComparer.Ordinal);
        var keys = categories.Select(MatchKey.Fold).Where(ticked.Contains).ToList();
        return new AlertsForm(
            address[..Math.Min(address.Length, LongestAddress)],
            new Wishes(form["rhythm"] == nameof(AlertRhythm.Daily) ? AlertRhythm.Daily : AlertRhythm.Immediate, keys.Count == categories.Count ? [] : keys))
        {
            IsTrapped = form[Trap].ToString().Length > 0,
        };
    }
}
