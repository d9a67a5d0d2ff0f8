using System.CommandLine;

namespace IrenPortal.Commands;

/// <summary>The verbs. Exit 0 done, 1 refused, 2 wrong usage; results on standard output, all else on standard error.</summary>
public static class CommandLine
{
    /// <summary>Runs the verb that <paramref name="args"/> name; none means <c>serve</c>.</summary>
    public static Task<int> RunAsync(string[] args) => RunAsync(args, VerbInvocation.OfProcess());

    /// <summary>Runs a verb with other settings and streams than the process's own.</summary>
    internal static async Task<int> RunAsync(string[] args, VerbInvocation invocation)
    {
        var root = new RootCommand("The investor-relations portal. Without a verb it serves.");
        root.Subcommands.Add(ServeVerb.Create());
        root.Subcommands.Add(ImportVerb.Create());
        root.Subcommands.Add(ExportVerb.Create());
        root.Subcommands.Add(PricesVerb.Create());
        root.Subcommands.Add(FilingsVerb.Create());
        root.Subcommands.Add(UsersVerb.Create());
        root.Subcommands.Add(StudyVerb.Create());
        root.Subcommands.Add(CalendarVerb.Create());
        root.Subcommands.Add(VerifyVerb.Create());
        root.Subcommands.Add(HealthVerb.Create());
        root.SetAction(ServeVerb.RunAsync);

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await invocation.Error.WriteLineAsync(error.Message);
            }

            return 2;
        }

        return await parsed.InvokeAsync(invocation);
    }
}
