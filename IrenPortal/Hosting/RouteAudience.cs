namespace IrenPortal.Hosting;

/// <summary>Whom an address is for. Every mapped endpoint carries exactly one, given where its slice is mapped; a test holds it.</summary>
public sealed record RouteAudience
{
    private RouteAudience(string name) => Name = name;

    /// <summary>Anyone: what it answers comes from the public store alone.</summary>
    public static RouteAudience Public { get; } = new("public");

    /// <summary>Signed-in staff, and the pages that lead to a sign-in.</summary>
    public static RouteAudience Staff { get; } = new("staff");

    /// <summary>Whoever runs the machine: health.</summary>
    public static RouteAudience Operations { get; } = new("operations");

    /// <summary>Its name.</summary>
    public string Name { get; }
}
