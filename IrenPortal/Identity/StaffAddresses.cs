namespace IrenPortal.Identity;

/// <summary>The addresses that belong to staff. Nowhere else is the sign-in cookie looked at, so no reader's page can depend on it.</summary>
public static class StaffAddresses
{
    /// <summary>Where the newsroom begins.</summary>
    public const string Home = "/admin";

    /// <summary>Where a stranger is sent.</summary>
    public const string Login = "/account/login";

    /// <summary>Where the second step of signing in is taken.</summary>
    public const string Code = "/account/code";

    /// <summary>Where a second factor is enrolled.</summary>
    public const string Enrol = "/account/enrol";

    /// <summary>Where one shows again who one is, before one's second factors change.</summary>
    public const string Confirm = "/account/confirm";

    /// <summary>Where one's second factors are managed.</summary>
    public const string Factors = "/account/factors";

    /// <summary>Where one's own sign-ins are listed.</summary>
    public const string SignIns = "/account/sign-ins";

    /// <summary>Answers when the sign-in ends; asking is no activity.</summary>
    public const string SessionEnd = "/account/session";

    /// <summary>Where Blazor's circuits connect.</summary>
    public const string Circuits = "/_blazor";

    private static readonly PathString[] Roots = [Home, "/account", "/setup", Circuits];

    /// <summary>True for an address of staff.</summary>
    public static bool Owns(PathString path) => Array.Exists(Roots, root => path.StartsWithSegments(root));

    /// <summary>The address to return to after signing in: a path of this site, or the newsroom's beginning.</summary>
    public static string ReturnTo(string? url) => IsLocal(url) ? url! : Home;

    // Browsers read "//host" and "/\host" as another site, and skip tabs and line ends.
    private static bool IsLocal(string? url) =>
        url is ['/', ..] && url is not ['/', '/' or '\\', ..] && !url.Any(char.IsControl);
}
