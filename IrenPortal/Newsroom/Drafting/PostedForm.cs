using System.Collections.Immutable;
using System.Globalization;
using IrenPortal.Data.Public;

namespace IrenPortal.Newsroom.Drafting;

/// <summary>The editor's form as it was sent.</summary>
public static class PostedForm
{
    /// <summary>Name of the field that carries the revision under the edit.</summary>
    public const string Base = "base";

    /// <summary>Before a field's name: whose text goes on after two people saved.</summary>
    public const string Choose = "choose.";

    /// <summary>The choice of the other person's text.</summary>
    public const string Theirs = "theirs";

    /// <summary>The revision that was edited; null when none was sent.</summary>
    public static int? BaseRevision(IFormCollection form) =>
        int.TryParse(form[Base].LastOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The values that were sent, by field; fields that were not sent, or whose stored text was chosen, are left out and stay as they are.</summary>
    public static ImmutableSortedDictionary<string, string> Values(EditionKind kind, IFormCollection form)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var name in FormShape.Of(kind).Select(f => f.Name).Append("slug").Append(FormShape.Body).Distinct(StringComparer.Ordinal))
        {
            if (form[Choose + name] != Theirs && Value(form, name) is { } value)
            {
                values[name] = value;
            }
        }

        return values.ToImmutable();
    }

    // A tick and a list of files each send an empty value before their own, so that "none" can be told from "not shown".
    private static string? Value(IFormCollection form, string name)
    {
        if (form.ContainsKey(name + ".amount"))
        {
            var amount = form[name + ".amount"].ToString().Trim();
            return amount.Length == 0 ? "" : FormText.Row([amount, form[name + ".currency"].ToString().Trim(), form[name + ".approximate"].LastOrDefault() ?? ""]);
        }

        return !form.TryGetValue(name, out var sent) ? null
            : name == "files" ? string.Join('\n', sent.Where(f => !string.IsNullOrEmpty(f)).Distinct(StringComparer.Ordinal))
            : (sent.LastOrDefault() ?? "").ReplaceLineEndings("\n").TrimEnd();
    }
}
