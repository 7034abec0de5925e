using B2BConnector.Emulation.Faults;

namespace B2BConnector.Dataverse.Faults;

/// <summary>
/// The faults of callbacks. Every callback is decided about once, in the order of the changes that caused them, before its first attempt;
/// what was decided is kept with its job and survives a restart.
/// </summary>
public sealed class CallbackFaultSwitches : Switchboard<CallbackFaultKind, CallbackFault, CallbackInfo>;
