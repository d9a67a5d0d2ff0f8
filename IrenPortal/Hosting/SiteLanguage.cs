using System.Globalization;

namespace IrenPortal.Hosting;

/// <summary>The language in which the interface speaks: one a process, so that answers depend on nothing that a reader sends.</summary>
public static class SiteLanguage
{
    /// <summary>The key that names it.</summary>
    public const string Key = "Portal:Language";

    /// <summary>The language of the texts that are built in.</summary>
    public const string BuiltIn = "en";

    /// <summary>Reads a language that has texts.</summary>
    /// <param name="value">A language tag such as <c>de</c> or <c>de-AT</c>; null means <see cref="BuiltIn"/>.</param>
    /// <exception cref="FormatException">It is no language, or has no texts; the message is one line that names the key.</exception>
    public static CultureInfo Of(string? value)
    {
        var culture = CultureOf(value ?? BuiltIn);
        for (var speaks = culture; speaks is { Name.Length: > 0 }; speaks = speaks.Parent)
        {
            if (speaks.Name == BuiltIn || HasTexts(speaks))
            {
                return culture!;
            }
        }

        throw new FormatException($"{Key}: '{value}' is no language that this portal has texts in; write {BuiltIn}, or a language whose texts were built in");
    }

    /// <summary>Lets this process, what it starts and every request speak the language.</summary>
    public static void UseLanguage(this WebApplication app, CultureInfo language)
    {
        CultureInfo.CurrentUICulture = language;
        app.Use(async (context, next) =>
        {
            CultureInfo.CurrentUICulture = language;
            await next(context);
        });
    }

    private static CultureInfo? CultureOf(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }

    private static bool HasTexts(CultureInfo culture)
    {
        try
        {
            typeof(SiteLanguage).Assembly.GetSatelliteAssembly(culture);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }
}
