return await IrenPortal.Commands.CommandLine.RunAsync(args);
