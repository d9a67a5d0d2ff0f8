namespace IrenPortal.Identity;

/// <summary>Names of the authorization policies. The sign-in behind them is checked again at every request.</summary>
public static class StaffPolicies
{
    /// <summary>A signed-in member of staff of either role.</summary>
    public const string Staff = "Staff";

    /// <summary>A signed-in administrator. For anybody else the address is the usual 404.</summary>
    public const string Admin = "Admin";

    /// <summary>Who has signed in with a password at least: enough to enrol a second factor, and for nothing else.</summary>
    public const string SignedIn = "SignedIn";
}
