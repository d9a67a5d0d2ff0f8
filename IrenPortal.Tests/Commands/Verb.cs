using IrenPortal.Commands;
using IrenPortal.Tests.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace IrenPortal.Tests.Commands;

/// <summary>Runs a verb in this process, with settings and streams of its own: all of it but the process.</summary>
internal static class Verb
{
    /// <summary>Runs a verb that needs no store.</summary>
    public static Task<PortalProcess.Result> RunAsync(params string[] arguments) => RunAsync(new ConfigurationBuilder(), "", arguments);

    /// <summary>Runs a verb on the stores of a test.</summary>
    public static Task<PortalProcess.Result> RunAsync(TestStores stores, params string[] arguments) => RunAsync(stores, new Dictionary<string, string>(), "", arguments);

    /// <summary>Runs a verb on the stores of a test, with further settings and all that standard input holds.</summary>
    public static Task<PortalProcess.Result> RunAsync(TestStores stores, IReadOnlyDictionary<string, string> settings, string input, params string[] arguments) =>
        RunAsync(new ConfigurationBuilder().AddInMemoryCollection(stores.Settings()).AddInMemoryCollection(settings!), input, arguments);

    private static async Task<PortalProcess.Result> RunAsync(IConfigurationBuilder settings, string input, string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var exit = await CommandLine.RunAsync(arguments, new VerbInvocation
        {
            Settings = settings.Build,
            Input = () => new StringReader(input),
            Output = output,
            Error = errors,
            Logging = logging => logging.ClearProviders(),
            EnableDefaultExceptionHandler = false,
        });
        return new PortalProcess.Result(exit, output.ToString(), errors.ToString());
    }
}
