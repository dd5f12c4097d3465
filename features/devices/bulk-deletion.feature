Feature: Deleting several devices at once

  @DEV-18
  Scenario: Without authentication nothing is deleted
    Given Alice is logged in on "PHONE", "LAPTOP" and "TABLET"
    When Alice on "PHONE" calls: deleteDevices with devices ["LAPTOP", "TABLET"]
    Then the response is a UIA challenge
    And Alice's devices are "PHONE", "LAPTOP" and "TABLET"

  @DEV-19
  Scenario: With authentication the listed devices go, and no other
    Given Alice is logged in on "PHONE", "LAPTOP", "TABLET" and "WATCH"
    When Alice on "PHONE" calls: deleteDevices with devices ["LAPTOP", "TABLET"] and authenticates
    Then the response is 200
    And Alice's devices are "PHONE" and "WATCH"

  @DEV-19
  Scenario: An unknown device in the list does no harm
    Given Alice is logged in on "PHONE", "LAPTOP" and "TABLET"
    When Alice on "PHONE" calls: deleteDevices with devices ["LAPTOP", "NOWHERE", "TABLET"] and authenticates
    Then the response is 200
    And Alice's devices are "PHONE"

  @DEV-19
  Scenario: Devices that were removed before do no harm
    Given Alice is logged in on "PHONE" and "LAPTOP"
    And Alice on "PHONE" calls: deleteDevices with devices ["LAPTOP"] and authenticates
    When Alice on "PHONE" calls: deleteDevices with devices ["LAPTOP"] and authenticates
    Then the response is 200

  @DEV-19
  Scenario: The sessions of the listed devices end
    Given Alice is logged in on "PHONE", "LAPTOP" and "TABLET"
    When Alice on "PHONE" calls: deleteDevices with devices ["LAPTOP", "TABLET"] and authenticates
    Then the response is 200
    When Alice on "LAPTOP" calls: getTokenOwner
    Then the response is 401 M_UNKNOWN_TOKEN
    When Alice on "TABLET" calls: getTokenOwner
    Then the response is 401 M_UNKNOWN_TOKEN
    When Alice on "PHONE" calls: getTokenOwner
    Then the response is 200

  @DEV-19
  Scenario: A listed device of another account survives
    Given Alice is logged in on "PHONE" and "LAPTOP"
    And Bob is logged in on "DESKTOP" and "{fresh.device}"
    When Alice on "PHONE" calls: deleteDevices with devices ["LAPTOP", "{fresh.device}"] and authenticates
    Then the response is 200
    And Alice's devices are "PHONE"
    And Bob's devices are "DESKTOP" and "{fresh.device}"

  @DEV-20
  Scenario Outline: A request that lists no devices is refused: <body>
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "PHONE" calls: deleteDevices and authenticates, with the body:
      """
      <body>
      """
    Then the response is 400
    And Alice's devices are "PHONE" and "LAPTOP"

    Examples:
      | body                |
      | {}                  |
      | {"devices": null}   |
      | {"devices": "LAPTOP"} |
      | {"devices": {"LAPTOP": true}} |

  @APS-16
  Scenario: An application service deletes devices without user interaction
    Given Alice is a user of the application service
    And the application service as Alice calls: updateDevice with deviceId "BRIDGE"
    When the application service as Alice calls: deleteDevices with devices ["BRIDGE"]
    Then the response is 200
