Feature: Deleting several devices at once

  @DEV-18
  Rule: Deleting several devices needs user-interactive authentication: without it they stay

    Scenario: Without authentication nothing is deleted
      Given Alice is logged in on "PHONE", "LAPTOP" and "TABLET"
      When Alice on "PHONE" calls deleteDevices with:
        | devices | ["LAPTOP", "TABLET"] |
      Then the response is a UIA challenge
      And Alice's devices are "PHONE", "LAPTOP" and "TABLET"
      And Alice's session on "LAPTOP" goes on

  @DEV-19
  Rule: All listed devices and their access tokens are deleted; unknown devices are passed over

    Scenario: The listed devices are deleted, and no other
      Given Alice is logged in on "PHONE", "LAPTOP", "TABLET" and "WATCH"
      When Alice on "PHONE" calls deleteDevices and authenticates, with:
        | devices | ["LAPTOP", "TABLET"] |
      Then the response is 200
      And Alice's devices are "PHONE" and "WATCH"

    Scenario: An unknown device in the list does no harm
      Given Alice is logged in on "PHONE", "LAPTOP" and "TABLET"
      When Alice on "PHONE" calls deleteDevices and authenticates, with:
        | devices | ["LAPTOP", "NOWHERE", "TABLET"] |
      Then the response is 200
      And Alice's devices are "PHONE"

    Scenario: A device that was deleted before does no harm
      Given Alice is logged in on "PHONE" and "LAPTOP"
      And Alice on "PHONE" calls deleteDevices and authenticates, with:
        | devices | ["LAPTOP"] |
      When Alice on "PHONE" calls deleteDevices and authenticates, with:
        | devices | ["LAPTOP"] |
      Then the response is 200

    Scenario: The sessions of the listed devices end
      Given Alice is logged in on "PHONE", "LAPTOP" and "TABLET"
      When Alice on "PHONE" calls deleteDevices and authenticates, with:
        | devices | ["LAPTOP", "TABLET"] |
      Then the response is 200
      And Alice's session on "LAPTOP" has ended
      And Alice's session on "TABLET" has ended
      And Alice's session on "PHONE" goes on

    Scenario Outline: Deleting several devices ends <session> on one of them
      Given Alice has <session> on "LAPTOP" and another session on "PHONE"
      And Alice on "PHONE" calls deleteDevices and authenticates, with:
        | devices | ["NOWHERE", "LAPTOP"] |
      Then Alice's session on "LAPTOP" has ended

      Examples: every kind of session of a person

    Scenario: A listed device of another user is not deleted
      Given Alice is logged in on "PHONE" and "LAPTOP"
      And Bob is logged in on "DESKTOP" and "{fresh.device}"
      When Alice on "PHONE" calls deleteDevices and authenticates, with:
        | devices | ["LAPTOP", "{fresh.device}"] |
      Then the response is 200
      And Alice's devices are "PHONE"
      And Bob's devices are "DESKTOP" and "{fresh.device}"
      And Bob's session on "{fresh.device}" goes on

    Scenario: An empty list of devices deletes none
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "PHONE" calls deleteDevices and authenticates, with:
        | devices | [] |
      Then the response is 200 or 4xx
      And Alice's devices are "PHONE" and "LAPTOP"
      And Alice's session on "LAPTOP" goes on

  @DEV-22
  Rule: Deleting several devices ends the validity of their refresh tokens

    Scenario Outline: Deleting several devices ends the refresh tokens of <session> on one of them
      Given Alice has <session> on "LAPTOP" and another session on "PHONE"
      And Alice on "PHONE" calls deleteDevices and authenticates, with:
        | devices | ["NOWHERE", "LAPTOP"] |
      Then Alice's refresh tokens on "LAPTOP" are refused

      Examples: every kind of session with a refresh token

  @DEV-20
  Rule: A request to delete devices that has no list of devices is refused

    Scenario Outline: The body <body> deletes nothing
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "PHONE" calls deleteDevices and authenticates, with the malformed body:
        """
        <body>
        """
      Then the response is 4xx
      And Alice's devices are "PHONE" and "LAPTOP"
      And Alice's session on "LAPTOP" goes on

      Examples:
        | body                          |
        | {}                            |
        | {"devices": null}             |
        | {"devices": "LAPTOP"}         |
        | {"devices": {"LAPTOP": true}} |

  @APS-16
  Rule: An application service deletes several devices without user-interactive authentication

    Scenario: A service deletes a device of its user by the list
      Given Alice is a user of the application service
      And the application service as Alice calls updateDevice for "BRIDGE"
      When the application service as Alice calls deleteDevices with:
        | devices | ["BRIDGE"] |
      Then the response is 200
      When the application service as Alice calls getDevice for "BRIDGE"
      Then the response is 404
