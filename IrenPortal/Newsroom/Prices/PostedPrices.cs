using System.Globalization;
using IrenPortal.Content;
using Microsoft.AspNetCore.Antiforgery;

namespace IrenPortal.Newsroom.Prices;

/// <summary>The form that brings prices: files or pasted rows.</summary>
/// <param name="Symbol">The chosen symbol.</param>
/// <param name="Pasted">What was pasted, to be shown again.</param>
/// <param name="Files">What it brings; null where it can't be read.</param>
/// <param name="Issues">Why not, a sentence each.</param>
/// <param name="Faults">What is wrong with a file, a line each.</param>
internal sealed record PostedPrices(string Symbol, string Pasted, PriceFiles? Files, IReadOnlyList<string> Issues, IReadOnlyList<string> Faults)
{
    /// <summary>The most that may be posted: two files and a form around them, so that one just too large can be told so.</summary>
    public const int LargestPost = (2 * ContentLimits.PriceBytes) + (4 * 1024 * 1024);

    /// <summary>Characters that may be pasted.</summary>
    public const int LongestPaste = 1_000_000;

    private const int LongestName = 100;

    /// <summary>Reads the form; null when it is none, has no token, or can't be taken apart.</summary>
    public static async Task<PostedPrices?> ReadAsync(HttpContext http, IAntiforgery antiforgery)
    {
        if (!http.Request.HasFormContentType)
        {
            return null;
        }

        try
        {
            return await antiforgery.IsRequestValidAsync(http) ? await ReadAsync(await http.Request.ReadFormAsync(http.RequestAborted), http.RequestAborted) : null;
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or AntiforgeryValidationException)
        {
            return null;
        }
    }

    private static async Task<PostedPrices> ReadAsync(IFormCollection form, CancellationToken cancel)
    {
        var (issues, faults) = (new List<string>(), new List<string>());
        var (symbol, pasted) = (form["symbol"].ToString(), form["rows"].ToString());
        var (bars, actions) = (await FileAsync("prices"), await FileAsync("actions"));
        if (pasted.Length > LongestPaste)
        {
            issues.Add("more than a million characters were pasted: upload them as a file");
        }
        else if (bars is not null && pasted.Length > 0)
        {
            issues.Add("there are a file and pasted rows: bring one of them");
        }
        else if (pasted.Length > 0)
        {
            bars = new PriceText("pasted rows", pasted);
        }
        else if (bars is null && actions is null && faults.Count == 0)
        {
            issues.Add("there are no prices: choose a file or paste rows");
        }

        return new PostedPrices(symbol, pasted.Length > LongestPaste ? "" : pasted, issues.Count + faults.Count == 0 ? new PriceFiles(symbol, bars, actions) : null, issues, faults);

        async Task<PriceText?> FileAsync(string field)
        {
            if (form.Files[field] is not { } file || file.FileName.Length == 0)
            {
                return null;
            }

            var name = NameOf(file.FileName);
            if (file.Length > ContentLimits.PriceBytes)
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"{name}:1: the file is larger than {ContentLimits.PriceBytes / (1024 * 1024)} MB: split it"));
                return null;
            }

            using var bytes = new MemoryStream((int)file.Length);
            await file.CopyToAsync(bytes, cancel);
            if (ContentText.Decode(name, bytes.ToArray(), ContentLimits.PriceBytes, out var issue) is { } text)
            {
                return new PriceText(name, text);
            }

            faults.Add(issue!.ToString());
            return null;
        }
    }

    // A browser may send a whole path, and anybody anything.
    private static string NameOf(string name)
    {
        var last = string.Concat(name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c) && !char.IsSurrogate(c)));
        return last.Length > LongestName ? last[..LongestName] : last.Length == 0 ? "file" : last;
    }
}
