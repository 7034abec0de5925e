using B2BConnector.Func;

return await FuncCommand.RunAsync(args);
