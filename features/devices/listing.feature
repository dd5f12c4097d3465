Feature: Listing devices

  @DEV-01
  Rule: The list of devices has the array devices

    Scenario: The list of devices is an array
      Given Alice is logged in on "PHONE"
      When Alice calls getDevices
      Then the response is 200
      And the response member devices is an array

  @DEV-02
  Rule: Each device has its device_id, in the list and alone

    Scenario: Each device of the list has its id
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "PHONE" calls getDevices
      Then the response is 200
      And the response member devices[*].device_id is a string

    Scenario: A single device has its id
      Given Alice is logged in on "PHONE"
      When Alice calls getDevice for "PHONE"
      Then the response is 200
      And the response member device_id is a string

  @DEV-03
  Rule: display_name and last_seen_ip are strings, last_seen_ts counts milliseconds

    Scenario: The members of a device have the documented types
      Given Alice is logged in on "PHONE"
      When Alice calls getDevices
      Then the response is 200
      And the response has:
        | devices[*].display_name | a string, if present   |
        | devices[*].last_seen_ip | a string, if present   |
        | devices[*].last_seen_ts | an integer, if present |

    Scenario: The time of last use counts milliseconds
      Given Alice is logged in on "PHONE"
      And Alice calls getTokenOwner
      When Alice calls getDevice for "PHONE"
      Then the response is 200
      And the response member last_seen_ts is a time within 60 minutes of now, if present

  @DEV-04
  Rule: A device that was never named has no display_name

    Scenario: A device that was never named
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "PHONE" calls getDevice for "LAPTOP"
      Then the response is 200
      And the response has no display_name
      When Alice on "PHONE" calls getDevices
      Then the response is 200
      And the response member devices[*].display_name is absent

    Scenario: A device that was never named does not get the name of another
      Given Alice is logged in on "PHONE"
      And Alice logs in on "TABLET" with the name "Work tablet"
      And Alice logs in with her password on "WATCH"
      When Alice on "PHONE" calls getDevice for "WATCH"
      Then the response is 200
      And the response has no display_name

  @DEV-05
  Rule: The list has every device of the user, and no device of others

    Scenario: The list has every device of the account
      Given Alice is logged in on "PHONE", "LAPTOP" and "TABLET"
      Then Alice's devices are "PHONE", "LAPTOP" and "TABLET"

    Scenario: The list has no device of another account
      Given Alice is logged in on "PHONE" and "LAPTOP"
      And Bob is logged in on "{fresh.device}"
      Then Alice's devices are "PHONE" and "LAPTOP"
      And Bob's devices are "{fresh.device}"

  @TOK-13
  Rule: A device id is unique for its user only: two users may have the same one

    Scenario: Two users list their devices of the same id
      Given Alice is logged in on "PHONE" and "LAPTOP"
      And Bob is logged in on "PHONE"
      Then Alice's devices are "PHONE" and "LAPTOP"
      And Bob's devices are "PHONE"

  @DEV-06
  Rule: A device of one's own can be looked up by its id

    Scenario Outline: <which> is found
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "PHONE" calls getDevice for "<device>"
      Then the response is 200
      And the response member device_id is "<device>"

      Examples:
        | which              | device |
        | The calling device | PHONE  |
        | Another device     | LAPTOP |

    Scenario: A device has the name that was given at login
      Given Alice is logged in on "PHONE"
      And Alice logs in on "LAPTOP" with the name "Work laptop"
      When Alice on "PHONE" calls getDevice for "LAPTOP"
      Then the response is 200
      And the response has:
        | device_id    | "LAPTOP"      |
        | display_name | "Work laptop" |

    Scenario Outline: The id "<device>" in the path is percent-decoded once
      Given Alice is logged in on "PHONE" and "<device>"
      When Alice on "PHONE" calls getDevice for "<device>"
      Then the response is 200
      And the response member device_id is "<device>"

      Examples:
        | device  |
        | a b     |
        | a/b     |
        | a%2Fb   |
        | 100%    |
        | a?b#c&d |
        | a+b     |
        | Gerät   |

  @DEV-07
  Rule: A device that is unknown, or another user's, is not found: 404

    Scenario: An unknown device is not found
      Given Alice is logged in on "PHONE"
      When Alice calls getDevice for "NOWHERE"
      Then the response is 404

    Scenario: A device of another account is not found
      Given Alice is logged in on "PHONE"
      And Bob is logged in on "{fresh.device}"
      When Alice calls getDevice for "{fresh.device}"
      Then the response is 404

  @DEV-21
  Rule: The 404 for an unknown device should have the error code M_NOT_FOUND

    Scenario: Looking up an unknown device is told from calling an unknown endpoint
      Given Alice is logged in on "PHONE"
      When Alice calls getDevice for "NOWHERE"
      Then the response is 404 M_NOT_FOUND

  @LGO-03
  Rule: Logging out deletes the device of the access token

    Scenario: Logging out removes the device from the list, and no other
      Given Alice is logged in on "PHONE", "LAPTOP" and "TABLET"
      When Alice on "LAPTOP" calls logout
      Then the response is 200
      And Alice's devices are "PHONE" and "TABLET"
