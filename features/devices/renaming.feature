Feature: Renaming a device

  @DEV-08
  Scenario: A device gets the name that was sent
    Given Alice is logged in on "PHONE" and "LAPTOP"
    When Alice on "PHONE" calls: updateDevice with deviceId "LAPTOP" and display_name "Work laptop"
    Then the response is 200
    When Alice on "PHONE" calls: getDevice with deviceId "LAPTOP"
    Then the response is 200
    And the response member display_name is "Work laptop"

  @DEV-08
  Scenario: The list shows the new name
    Given Alice is logged in on "PHONE"
    And Alice logs in on "LAPTOP" with the name "Work laptop"
    When Alice on "PHONE" calls: updateDevice with deviceId "LAPTOP" and display_name "Kitchen laptop"
    Then the response is 200
    And Alice's devices are named:
      | device | name           |
      | LAPTOP | Kitchen laptop |

  @DEV-08
  Scenario: Renaming one device leaves the others as they were
    Given Alice is logged in on "PHONE"
    And Alice logs in on "LAPTOP" with the name "Work laptop"
    When Alice on "PHONE" calls: updateDevice with deviceId "PHONE" and display_name "Pocket phone"
    Then the response is 200
    And Alice's devices are named:
      | device | name         |
      | PHONE  | Pocket phone |
      | LAPTOP | Work laptop  |

  @DEV-08
  Scenario: A name outside ASCII survives
    Given Alice is logged in on "PHONE"
    When Alice calls: updateDevice with deviceId "PHONE" and display_name "Küchentelefon ☎ 电话"
    Then the response is 200
    When Alice calls: getDevice with deviceId "PHONE"
    Then the response member display_name is "Küchentelefon ☎ 电话"

  @DEV-08
  Scenario: A device whose id needs percent-encoding can be renamed
    Given Alice is logged in on "PHONE" and "a/b%2Fc d"
    When Alice on "PHONE" calls: updateDevice with deviceId "a/b%2Fc d" and display_name "Odd one"
    Then the response is 200
    And Alice's devices are named:
      | device    | name    |
      | a/b%2Fc d | Odd one |

  @DEV-09
  Scenario: Without a name in the request the name stays
    Given Alice is logged in on "PHONE"
    And Alice logs in on "LAPTOP" with the name "Work laptop"
    When Alice on "PHONE" calls: updateDevice with deviceId "LAPTOP"
    Then the response is 200
    And Alice's devices are named:
      | device | name        |
      | LAPTOP | Work laptop |

  @DEV-10
  Scenario: An ordinary client cannot create a device by naming it
    Given Alice is logged in on "PHONE"
    When Alice calls: updateDevice with deviceId "{fresh.device}" and display_name "Made up"
    Then the response is 404
    And Alice's devices are "PHONE"

  @DEV-10
  Scenario: A device of another account cannot be renamed
    Given Alice is logged in on "PHONE"
    And Bob is logged in on "DESKTOP"
    And Bob logs in on "{fresh.device}" with the name "Work laptop"
    When Alice calls: updateDevice with deviceId "{fresh.device}" and display_name "Taken over"
    Then the response is 404
    And Alice's devices are "PHONE"
    And Bob's devices are named:
      | device         | name        |
      | {fresh.device} | Work laptop |

  @DEV-21
  Scenario: Renaming an unknown device is told from an unknown endpoint
    Given Alice is logged in on "PHONE"
    When Alice calls: updateDevice with deviceId "NOWHERE" and display_name "Made up"
    Then the response is 404 M_NOT_FOUND

  @APS-14
  Scenario: An application service creates a device by naming it
    Given Alice is a user of the application service
    When the application service as Alice calls: updateDevice with deviceId "BRIDGE" and display_name "The bridge"
    Then the response is 201
    When the application service as Alice calls: updateDevice with deviceId "BRIDGE" and display_name "Still the bridge"
    Then the response is 200
