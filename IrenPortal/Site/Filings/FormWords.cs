using System.Collections.Frozen;

namespace IrenPortal.Site.Filings;

/// <summary>What the SEC's forms are, in plain words.</summary>
public static class FormWords
{
    private const string Amended = "/A";

    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["10-K"] = "Annual report",
        ["10-Q"] = "Quarterly report",
        ["8-K"] = "Current report",
        ["20-F"] = "Annual report of a foreign company",
        ["6-K"] = "Report of a foreign company",
        ["NT 10-K"] = "Notice that an annual report is late",
        ["NT 10-Q"] = "Notice that a quarterly report is late",
        ["ARS"] = "Annual report to shareholders",
        ["DEF 14A"] = "Proxy statement",
        ["PRE 14A"] = "Proxy statement, preliminary",
        ["DEFA14A"] = "Proxy statement, further material",
        ["S-1"] = "Registration of securities",
        ["S-3"] = "Registration of securities",
        ["S-3ASR"] = "Registration of securities, effective at once",
        ["F-1"] = "Registration of securities of a foreign company",
        ["F-3"] = "Registration of securities of a foreign company",
        ["F-3ASR"] = "Registration of securities of a foreign company, effective at once",
        ["S-8"] = "Registration of securities for employees",
        ["S-8 POS"] = "Change of a registration for employees",
        ["POS AM"] = "Change of a registration",
        ["POSASR"] = "Change of a registration, effective at once",
        ["EFFECT"] = "Notice that a registration is effective",
        ["424B2"] = "Prospectus",
        ["424B3"] = "Prospectus",
        ["424B4"] = "Prospectus",
        ["424B5"] = "Prospectus",
        ["424B7"] = "Prospectus",
        ["FWP"] = "Offering material",
        ["D"] = "Notice of a private offering",
        ["8-A12B"] = "Registration for listing",
        ["CERT"] = "Certification of a listing",
        ["3"] = "Insider’s first holdings",
        ["4"] = "Insider’s dealing",
        ["5"] = "Insider’s dealings of a year",
        ["144"] = "Notice of an intended sale",
        ["SC 13D"] = "Large holding",
        ["SC 13G"] = "Large holding, passive",
        ["SCHEDULE 13D"] = "Large holding",
        ["SCHEDULE 13G"] = "Large holding, passive",
        ["CORRESP"] = "Letter to the SEC",
        ["UPLOAD"] = "Letter from the SEC",
        ["SD"] = "Report on minerals",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The form in words; null for one that has none here.</summary>
    public static string? NameOf(string form)
    {
        var amends = form.EndsWith(Amended, StringComparison.OrdinalIgnoreCase);
        return Names.GetValueOrDefault(amends ? form[..^Amended.Length] : form) is not { } name ? null : amends ? name + ", amended" : name;
    }
}
