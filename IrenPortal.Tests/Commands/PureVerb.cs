using IrenPortal.Commands;

namespace IrenPortal.Tests.Commands;

/// <summary>Runs a verb that needs no store, in this process.</summary>
internal static class PureVerb
{
    public static async Task<PortalProcess.Result> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var exit = await CommandLine.RunAsync(arguments, output, errors);
        return new PortalProcess.Result(exit, output.ToString(), errors.ToString());
    }
}
