Feature: Claiming one-time keys

  Background:
    Given Alice is logged in on "PHONE"
    And Bob is logged in on "PHONE"

  @KEY-01
  Rule: A one-time key is given out once at most

    Scenario: A key that was claimed cannot be claimed again
      Given Alice has a one-time key on "PHONE"
      When Bob claims a key of Alice's device "PHONE"
      Then the response has a key of Alice's device "PHONE"
      And Bob can claim no key of Alice's device "PHONE"

    Scenario: Of two people who claim the only key at the same time, one gets it
      Given Carol is logged in on "PHONE"
      When Bob and Carol claim the only key of Alice's device "PHONE" at the same time, ten times
      Then just one of the two got the key each time

  @KEY-02
  Rule: Where no one-time key is left, a claim gives the fallback key, and gives it again

    Scenario: The fallback key is given twice
      Given Alice has a fallback key on "PHONE"
      And Bob claims a key of Alice's device "PHONE"
      When Bob claims a key of Alice's device "PHONE"
      Then the response has a key of Alice's device "PHONE"

  @LGO-04
  Rule: Logging out deletes the device keys of the device

    Scenario: The one-time keys of a device that was logged out cannot be claimed
      Given Alice has a one-time key on "PHONE"
      When Alice on "PHONE" calls logout
      Then the response is 200
      And Bob can claim no key of Alice's device "PHONE"

    Scenario: The fallback key of a device that was logged out cannot be claimed
      Given Alice has a fallback key on "PHONE"
      When Alice on "PHONE" calls logout
      Then the response is 200
      And Bob can claim no key of Alice's device "PHONE"

    Scenario: A new login on the id of a device does not bring its keys back
      Given Alice has device keys on "PHONE"
      And Alice on "PHONE" calls logout
      When Alice logs in with her password on "PHONE"
      Then the response is 200
      And Bob finds no keys of Alice's device "PHONE"

  @LGO-10
  Rule: Logging out everywhere deletes all device keys of the user

    Scenario: The one-time keys of a user who logged out everywhere cannot be claimed
      Given Alice has a one-time key on "PHONE"
      When Alice on "PHONE" calls logout_all
      Then the response is 200
      And Bob can claim no key of Alice's device "PHONE"

  @DEV-15
  Rule: Deleting a device removes its refresh token and its device keys

    @needs-e2ee-keys
    Scenario: The one-time keys of a deleted device cannot be claimed
      Given Alice is logged in on "LAPTOP"
      And Alice has a one-time key on "LAPTOP"
      When Alice on "PHONE" calls deleteDevice for "LAPTOP" and authenticates
      Then the response is 200
      And Bob can claim no key of Alice's device "LAPTOP"
