Feature: Login and devices

  @LOG-15
  Rule: A login without device_id creates a device, each time a new one

    Scenario: Two logins without a device id make two devices
      Given Alice has an account
      When Alice logs in with her password
      Then the response is 200
      And the response member device_id is remembered as "first"
      When Alice logs in with her password
      Then the response is 200
      And the response member device_id is a string other than "{first}"
      And the response member device_id is remembered as "second"
      And Alice's devices are "PHONE", "{first}" and "{second}"

  @LOG-16
  Rule: A login with a device_id gives that id, and the access token belongs to the device

    Scenario: The device id that was given is the device's, and the token's
      Given Alice has an account
      When Alice logs in with her password on "{fresh.device}"
      Then the response is 200
      And the response member device_id is "{fresh.device}"
      When the new session calls getTokenOwner
      Then the response is 200
      And the response member device_id is "{fresh.device}"
      When the new session calls getDevice for "{fresh.device}"
      Then the response is 200
      And the response member device_id is "{fresh.device}"

    Scenario: A second login leaves the first
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "PHONE" calls getTokenOwner
      Then the response is 200
      And the response member device_id is "PHONE"

  @LOG-17
  Rule: The display name given at login names a new device, and not one that is known

    Scenario: A new device gets the name
      Given Alice has an account
      When Alice logs in with her password and:
        | device_id                   | LAPTOP      |
        | initial_device_display_name | Work laptop |
      Then the response is 200
      And Alice's devices are named:
        | device | name        |
        | LAPTOP | Work laptop |

    Scenario: A known device keeps the name of its first login
      Given Alice has an account
      And Alice logs in on "LAPTOP" with the name "Work laptop"
      And Alice logs in on "LAPTOP" with the name "Another name"
      Then Alice's devices are named:
        | device | name        |
        | LAPTOP | Work laptop |

    Scenario: A known device keeps the name that it got since
      Given Alice is logged in on "PHONE" and "LAPTOP"
      And Alice on "PHONE" calls updateDevice for "LAPTOP" with display_name "Renamed"
      And Alice logs in on "LAPTOP" with the name "Another name"
      Then Alice's devices are named:
        | device | name    |
        | LAPTOP | Renamed |

  @LOG-24
  Rule: A device_id that is the id of a cross-signing key of the user is refused: 403 M_FORBIDDEN

    Scenario: A login on the id of the master key
      Given Alice has an account
      And Alice has a cross-signing key
      When Alice logs in with her password on "{master_key}"
      Then the response is 403 M_FORBIDDEN
      And Alice's devices are "PHONE"
