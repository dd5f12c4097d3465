using Conformance.Spec;

namespace Conformance.Homeservers.Containers;

/// <summary>Says how to get a missing image.</summary>
internal static class ImageHints
{
    // Images of this project are in no registry.
    private const string OwnPrefix = "conformance/";

    /// <summary>Whether the image is made by this project, so that no registry can have it.</summary>
    public static bool IsOwn(string image) => image.StartsWith(OwnPrefix, StringComparison.Ordinal);

    public static ContainerException NotPulled(string image, string reason) =>
        new(new Problem($"The image {image} could not be pulled")
        {
            Why = reason,
            NextStep = $"get it with \"docker pull {image}\", or load it from a file with \"docker load\".",
        });

    public static ContainerException NotBuilt(string image) =>
        new($"The image {image} is not on this machine and in no registry",
            "make it with targets/synapse/build-image.sh (as root), or name another image.");

    public static ContainerException Missing(string image) => IsOwn(image)
        ? NotBuilt(image)
        : new ContainerException(
            $"The image {image} is not on this machine",
            $"get it with \"docker pull {image}\", or load it from a file with \"docker load\".");
}
