Feature: Devices of an application service's users

  @APS-14
  Scenario: A device that a service makes is there once
    Given Alice is a user of the application service
    When the application service as Alice calls: updateDevice with deviceId "BRIDGE" and display_name "First name"
    Then the response is 201
    When the application service as Alice calls: updateDevice with deviceId "BRIDGE" and display_name "Second name"
    Then the response is 200
    When the application service as Alice calls: getDevices
    Then the response is 200
    And the response has:
      | member                 | value         |
      | devices.0.device_id    | "BRIDGE"      |
      | devices.0.display_name | "Second name" |
      | devices.1              | absent        |
