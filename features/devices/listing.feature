Feature: Listing devices

  @DEV-01
  Scenario: The list of devices is an array
    Given Alice is logged in on "PHONE"
    When Alice calls: getDevices
    Then the response is 200
    And the response member devices is an array

  @DEV-02
  Scenario: Each device of the list has its id
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "PHONE" calls: getDevices
    Then the response is 200
    And the response member devices[*].device_id is a string

  @DEV-02
  Scenario: A single device has its id
    Given Alice is logged in on "PHONE"
    When Alice calls: getDevice with deviceId "PHONE"
    Then the response is 200
    And the response member device_id is a string

  @DEV-03
  Scenario: What is told of a device has the documented types
    Given Alice is logged in on "PHONE"
    When Alice calls: getDevices
    Then the response is 200
    And the response has:
      | member                  | value                 |
      | devices[*].display_name | a string, if present  |
      | devices[*].last_seen_ip | a string, if present  |
      | devices[*].last_seen_ts | an integer, if present |

  @DEV-03
  Scenario: The time of last use counts milliseconds
    Given Alice is logged in on "PHONE"
    And Alice calls: getTokenOwner
    When Alice calls: getDevice with deviceId "PHONE"
    Then the response is 200
    And the response member last_seen_ts is a time within 60 minutes of now, if present

  @DEV-04
  Scenario: A device that was never named has no display name
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "PHONE" calls: getDevice with deviceId "LAPTOP"
    Then the response is 200
    And the response member display_name is absent

  @DEV-05
  Scenario: The list has every device of the account
    Given Alice is logged in on "PHONE", "LAPTOP" and "TABLET"
    Then Alice's devices are "PHONE", "LAPTOP" and "TABLET"

  @DEV-05
  Scenario: The list has no device of another account
    Given Alice is logged in on "PHONE" and "LAPTOP"
    And Bob is logged in on "{fresh.device}"
    Then Alice's devices are "PHONE" and "LAPTOP"
    And Bob's devices are "{fresh.device}"

  @TOK-13
  Scenario: Two accounts may use the same device id
    Given Alice is logged in on "PHONE" and "LAPTOP"
    And Bob is logged in on "PHONE"
    Then Alice's devices are "PHONE" and "LAPTOP"
    And Bob's devices are "PHONE"

  @DEV-06
  Scenario Outline: A device of one's own is found: <which>
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "PHONE" calls: getDevice with deviceId "<device>"
    Then the response is 200
    And the response member device_id is "<device>"

    Examples:
      | which           | device |
      | the calling one | PHONE  |
      | another one     | LAPTOP |

  @DEV-06
  Scenario: A device made by login has the name given there
    Given Alice is logged in on "PHONE"
    And Alice logs in on "LAPTOP" with the name "Work laptop"
    When Alice on "PHONE" calls: getDevice with deviceId "LAPTOP"
    Then the response is 200
    And the response has:
      | member       | value         |
      | device_id    | "LAPTOP"      |
      | display_name | "Work laptop" |

  @DEV-06
  Scenario Outline: A device id is percent-decoded once: <device>
    Given Alice is logged in on "PHONE" and "<device>"
    When Alice on "PHONE" calls: getDevice with deviceId "<device>"
    Then the response is 200
    And the response member device_id is "<device>"

    Examples:
      | device   |
      | a b      |
      | a/b      |
      | a%2Fb    |
      | 100%     |
      | a?b#c&d  |
      | a+b      |
      | Gerät    |

  @DEV-07
  Scenario: An unknown device is not found
    Given Alice is logged in on "PHONE"
    When Alice calls: getDevice with deviceId "NOWHERE"
    Then the response is 404

  @DEV-07
  Scenario: A device of another account is not found
    Given Alice is logged in on "PHONE"
    And Bob is logged in on "{fresh.device}"
    When Alice calls: getDevice with deviceId "{fresh.device}"
    Then the response is 404

  @DEV-21
  Scenario: An unknown device is told from an unknown endpoint
    Given Alice is logged in on "PHONE"
    When Alice calls: getDevice with deviceId "NOWHERE"
    Then the response is 404 M_NOT_FOUND

  @LGO-03
  Scenario: Logging out removes the device, and only that one
    Given Alice is logged in on "PHONE", "LAPTOP" and "TABLET"
    When Alice on "LAPTOP" calls: logout
    Then the response is 200
    And Alice's devices are "PHONE" and "TABLET"
