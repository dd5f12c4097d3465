namespace Conformance.Homeservers.Containers;

/// <summary>A container that can be removed even if it was made to be kept.</summary>
internal interface IRemovableContainer : IContainer
{
    /// <summary>Removes it, kept or not, and throws nothing.</summary>
    Task RemoveAsync();
}
