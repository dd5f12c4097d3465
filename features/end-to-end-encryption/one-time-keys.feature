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

  # "Device keys", which a logout deletes, are the long-lived ones. But the device is gone with them,
  # and a claim gives nothing for a device that the server does not know.
  @KEY-07
  Rule: A claim gives no key of a device that does not exist, or does no more

    Scenario Outline: The one-time keys of the device are gone after <operation>
      Given Alice has a one-time key on "PHONE"
      When Alice on "PHONE" calls <operation>
      Then the response is 200
      And Bob can claim no key of Alice's device "PHONE"

      Examples:
        | operation  |
        | logout     |
        | logout_all |

    Scenario: The fallback key of the device is gone after a logout
      Given Alice has a fallback key on "PHONE"
      When Alice on "PHONE" calls logout
      Then the response is 200
      And Bob can claim no key of Alice's device "PHONE"

    Scenario: The one-time keys of a deleted device are gone
      Given Alice is logged in on "LAPTOP"
      And Alice has a one-time key on "LAPTOP"
      When Alice on "PHONE" calls deleteDevice for "LAPTOP" and authenticates
      Then the response is 200
      And Bob can claim no key of Alice's device "LAPTOP"

  @LGO-04
  Rule: Logging out deletes the device keys of the device

    Scenario: A new login on the id of a device does not bring its keys back
      Given Alice has device keys on "PHONE"
      And Alice on "PHONE" calls logout
      When Alice logs in with her password on "PHONE"
      Then the response is 200
      And Bob finds no keys of Alice's device "PHONE"
