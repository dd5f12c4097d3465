Feature: Devices of an application service's users

  @APS-14
  Rule: A service creates a device by an update (201), and updates it by the next (200)

    Scenario: A device that a service creates is listed once
      Given Alice is a user of the application service
      When the application service as Alice calls updateDevice for "BRIDGE" with display_name "First"
      Then the response is 201
      When the application service as Alice calls updateDevice for "BRIDGE" with display_name "Second"
      Then the response is 200
      When the application service as Alice calls getDevices
      Then the response is 200
      And the response has:
        | devices.0.device_id    | "BRIDGE" |
        | devices.0.display_name | "Second" |
        | devices.1              | absent   |
