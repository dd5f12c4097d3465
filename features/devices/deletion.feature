Feature: Deleting a device

  @DEV-11
  Rule: Deleting a device needs user-interactive authentication: without it the device stays

    Scenario: A deletion without authentication
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "PHONE" calls deleteDevice for "LAPTOP"
      Then the response is a UIA challenge
      And Alice's devices are "PHONE" and "LAPTOP"
      And Alice's session on "LAPTOP" goes on

    Scenario: A deletion without a body
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "PHONE" calls deleteDevice for "LAPTOP" without a body
      Then the response is 400 or a UIA challenge
      And Alice's devices are "PHONE" and "LAPTOP"
      And Alice's session on "LAPTOP" goes on

  @DEV-12
  Rule: Deleting a device, with user-interactive authentication, removes it

    Scenario: A deleted device is not listed any more
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "PHONE" calls deleteDevice for "LAPTOP" and authenticates
      Then the response is 200
      And Alice's devices are "PHONE"

    Scenario: A deleted device is not found any more
      Given Alice is logged in on "PHONE" and "{fresh.device}"
      When Alice on "PHONE" calls deleteDevice for "{fresh.device}" and authenticates
      Then the response is 200
      When Alice on "PHONE" calls getDevice for "{fresh.device}"
      Then the response is 404

    Scenario: A device can delete itself
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "LAPTOP" calls deleteDevice for "LAPTOP" and authenticates
      Then the response is 200
      And Alice's devices are "PHONE"

    Scenario: A device whose id needs percent-encoding can be deleted
      Given Alice is logged in on "PHONE" and "a/b%2Fc d"
      When Alice on "PHONE" calls deleteDevice for "a/b%2Fc d" and authenticates
      Then the response is 200
      And Alice's devices are "PHONE"

    Scenario: Deleting a device leaves the other sessions alive
      Given Alice is logged in on "PHONE", "LAPTOP" and "TABLET"
      When Alice on "PHONE" calls deleteDevice for "LAPTOP" and authenticates
      Then the response is 200
      When Alice on "TABLET" calls getTokenOwner
      Then the response is 200
      And the response member device_id is "TABLET"

  @DEV-13
  Rule: Deleting a device that is already gone succeeds

    Scenario: A device is deleted a second time
      Given Alice is logged in on "PHONE" and "LAPTOP"
      And Alice on "PHONE" calls deleteDevice for "LAPTOP" and authenticates
      When Alice on "PHONE" calls deleteDevice for "LAPTOP" and authenticates
      Then the response is 200

  @DEV-14
  Rule: Deleting a device ends the validity of its access tokens

    Scenario Outline: Deleting a device ends <session> on it
      Given Alice has <session> on "LAPTOP" and another session on "PHONE"
      And Alice on "PHONE" calls deleteDevice for "LAPTOP" and authenticates
      Then Alice's session on "LAPTOP" has ended

      Examples: every kind of session of a person

    Scenario: A device that deletes itself ends its own session
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "LAPTOP" calls deleteDevice for "LAPTOP" and authenticates
      Then the response is 200
      When Alice on "LAPTOP" calls getDevices
      Then the response is 401 M_UNKNOWN_TOKEN

  @DEV-15
  Rule: Deleting a device removes its refresh token and its device keys

    Scenario Outline: Deleting a device ends the refresh tokens of <session> on it
      Given Alice has <session> on "LAPTOP" and another session on "PHONE"
      And Alice on "PHONE" calls deleteDevice for "LAPTOP" and authenticates
      Then Alice's refresh tokens on "LAPTOP" are refused

      Examples: every kind of session with a refresh token

    @needs-e2ee-keys
    Scenario: The keys of a deleted device are gone
      Given Alice is logged in on "PHONE" and "LAPTOP"
      And Alice has device keys on "LAPTOP"
      Then Alice on "PHONE" finds keys of Alice's device "LAPTOP"
      When Alice on "PHONE" calls deleteDevice for "LAPTOP" and authenticates
      Then the response is 200
      And Alice on "PHONE" finds no keys of Alice's device "LAPTOP"

  @DEV-16
  Rule: Deleting a device should ask for more than the access token

    Scenario: No flow has only the dummy stage
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "PHONE" calls deleteDevice for "LAPTOP"
      Then the response is a UIA challenge
      And no flow offered is only "m.login.dummy"

  @DEV-17
  Rule: A user must not be able to delete another user's device

    Scenario: Another user's device is still there after an attempt to delete it
      Given Alice is logged in on "PHONE"
      And Bob is logged in on "DESKTOP" and "{fresh.device}"
      When Alice calls deleteDevice for "{fresh.device}" and authenticates
      Then the response is 200 or 4xx
      And Bob's devices are "DESKTOP" and "{fresh.device}"
      And Bob's session on "{fresh.device}" goes on

  @APS-15
  Rule: An application service deletes a device without user-interactive authentication

    Scenario: A service deletes a device of its user
      Given Alice is a user of the application service
      And the application service as Alice calls updateDevice for "BRIDGE"
      When the application service as Alice calls deleteDevice for "BRIDGE"
      Then the response is 200
      When the application service as Alice calls getDevice for "BRIDGE"
      Then the response is 404
