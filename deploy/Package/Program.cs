using B2BConnector.Package;

return PackageCommand.Run(args, Console.Out, Console.Error);
