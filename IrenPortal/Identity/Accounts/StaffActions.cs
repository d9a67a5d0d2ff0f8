namespace IrenPortal.Identity.Accounts;

/// <summary>What the audit log calls what happens to accounts.</summary>
public static class StaffActions
{
    public const string SetUp = "user.set-up";
    public const string Invited = "user.invited";
    public const string LinkMade = "user.link-made";
    public const string PasswordSet = "user.password-set";
    public const string PasswordChanged = "user.password-changed";
    public const string RoleChanged = "user.role-changed";
    public const string Disabled = "user.disabled";
    public const string Enabled = "user.enabled";
    public const string SignedIn = "user.signed-in";
    public const string SignedOutElsewhere = "user.signed-out-elsewhere";
    public const string SignedOutEverywhere = "user.signed-out-everywhere";
    public const string FactorAdded = "user.factor-added";
    public const string FactorRemoved = "user.factor-removed";
    public const string FactorsReset = "user.factors-reset";
    public const string SpareCodesMade = "user.recovery-codes-made";
    public const string SpareCodeUsed = "user.recovery-code-used";
}
