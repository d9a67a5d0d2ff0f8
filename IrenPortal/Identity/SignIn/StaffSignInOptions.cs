namespace IrenPortal.Identity.SignIn;

/// <summary>Limits of signing in; not settings of an operator, but tests shorten them.</summary>
public sealed class StaffSignInOptions
{
    /// <summary>A sign-in ends after so long without a request by its person.</summary>
    public TimeSpan Idle { get; set; } = TimeSpan.FromMinutes(60);

    /// <summary>A sign-in ends so long after its beginning, whatever happens.</summary>
    public TimeSpan Longest { get; set; } = TimeSpan.FromHours(12);

    /// <summary>For so long after password or passkey one's second factors may be changed.</summary>
    public TimeSpan Fresh { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How often an open circuit checks that its person is still signed in.</summary>
    public TimeSpan CircuitCheck { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many passwords may be waiting to be hashed.</summary>
    public int HashingPlaces { get; set; } = 16;

    /// <summary>Posts with a password or a token from one address: at once, and then a minute.</summary>
    public int AttemptsPerAddress { get; set; } = 30;

    /// <summary>Sign-ins to one account, existing or not: at once, and then one each half minute.</summary>
    public int AttemptsPerAccount { get; set; } = 10;

    /// <summary>Codes tried for one account after its right password: at once, and then one each minute.</summary>
    public int AttemptsPerCode { get; set; } = 6;
}
