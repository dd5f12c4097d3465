using Conformance.Testing;

namespace Conformance.Cli.Tests;

/// <summary>A small folder of features with a catalogue of its own.</summary>
internal static class SampleFeatures
{
    private const string Requirements =
        """
        area: BOX
        title: Boxes
        requirements:

        - id: BOX-01
          level: MUST
          basis: indicative
          stake: data
          endpoint: DELETE /_matrix/client/v3/devices/{deviceId}
          operationId: deleteDevice
          source: {file: data/api/boxes.yaml, pointer: '#/paths', anchor: client-server-api/#boxes}
          since: "1.3"
          text: A deleted box is gone.
          observe: 'Delete, look; violation: it is there.'
          needs: [password-login]
          testable: 'yes'

        - id: BOX-02
          level: SHOULD
          basis: derived
          stake: account
          endpoint: '*'
          operationId: null
          source: {file: content/boxes.md, heading: Boxes, anchor: client-server-api/#more-boxes}
          since: null
          text: A box has a lid.
          observe: 'Look; violation: none.'
          needs: []
          testable: partly
          why: Only boxes that are shown can be seen.
          open: It has no lid on the picture.
          note: The text calls it a cover once.

        - id: BOX-03
          level: MUST
          basis: explicit
          stake: behaviour
          endpoint: '*'
          operationId: null
          source: {file: content/boxes.md, heading: Boxes, anchor: client-server-api/#more-boxes}
          since: null
          text: Boxes are stored dry.
          observe: 'None.'
          needs: []
          testable: 'no'
          why: Nobody can look into the cellar.

        """;

    private const string Feature =
        """
        @BOX-01
        Feature: Boxes

          Scenario: A deleted box is gone
            Given a box

          @slow
          Scenario Outline: A <size> box is gone
            Given a <size> box

            Examples:
              | size  |
              | small |
              | large |
        """;

    /// <summary>Writes it into a folder.</summary>
    /// <returns>The folder.</returns>
    public static string In(TemporaryFolder folder)
    {
        folder.Write("boxes/requirements.yaml", Requirements);
        folder.Write("boxes/boxes.feature", Feature);
        return folder.Path;
    }
}
