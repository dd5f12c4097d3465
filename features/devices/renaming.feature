Feature: Renaming a device

  @DEV-08
  Rule: Updating a device sets its display name

    Scenario: A device gets the name that was sent
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "PHONE" calls updateDevice for "LAPTOP" with display_name "Work laptop"
      Then the response is 200
      When Alice on "PHONE" calls getDevice for "LAPTOP"
      Then the response is 200
      And the response member display_name is "Work laptop"

    Scenario: The list shows the new name
      Given Alice is logged in on "PHONE"
      And Alice logs in on "LAPTOP" with the name "Work laptop"
      When Alice on "PHONE" calls updateDevice for "LAPTOP" with display_name "Kitchen laptop"
      Then the response is 200
      And Alice's devices are named:
        | device | name           |
        | LAPTOP | Kitchen laptop |

    Scenario: Renaming one device leaves the others as they were
      Given Alice is logged in on "PHONE"
      And Alice logs in on "LAPTOP" with the name "Work laptop"
      When Alice on "PHONE" calls updateDevice for "PHONE" with display_name "Pocket phone"
      Then the response is 200
      And Alice's devices are named:
        | device | name         |
        | PHONE  | Pocket phone |
        | LAPTOP | Work laptop  |

    Scenario: A name outside ASCII survives
      Given Alice is logged in on "PHONE"
      When Alice calls updateDevice for "PHONE" with display_name "Küchentelefon ☎ 电话"
      Then the response is 200
      When Alice calls getDevice for "PHONE"
      Then the response member display_name is "Küchentelefon ☎ 电话"

    Scenario: A device whose id needs percent-encoding can be renamed
      Given Alice is logged in on "PHONE" and "a/b%2Fc d"
      When Alice on "PHONE" calls updateDevice for "a/b%2Fc d" with display_name "Odd one"
      Then the response is 200
      And Alice's devices are named:
        | device    | name    |
        | a/b%2Fc d | Odd one |

  @DEV-09
  Rule: An update without display_name leaves the name as it is

    Scenario: An update without a name
      Given Alice is logged in on "PHONE"
      And Alice logs in on "LAPTOP" with the name "Work laptop"
      When Alice on "PHONE" calls updateDevice for "LAPTOP"
      Then the response is 200
      And Alice's devices are named:
        | device | name        |
        | LAPTOP | Work laptop |

  @DEV-10
  Rule: An ordinary client can neither create a device by an update nor update another user's: 404

    Scenario: A device that does not exist is not created
      Given Alice is logged in on "PHONE"
      When Alice calls updateDevice for "{fresh.device}" with display_name "Made up"
      Then the response is 404
      And Alice's devices are "PHONE"

    Scenario: A device of another account keeps its name
      Given Alice is logged in on "PHONE"
      And Bob is logged in on "DESKTOP"
      And Bob logs in on "{fresh.device}" with the name "Work laptop"
      When Alice calls updateDevice for "{fresh.device}" with display_name "Taken over"
      Then the response is 404
      And Alice's devices are "PHONE"
      And Bob's devices are named:
        | device         | name        |
        | {fresh.device} | Work laptop |

  @DEV-21
  Rule: The 404 for an unknown device should have the error code M_NOT_FOUND

    Scenario: Renaming an unknown device is told from calling an unknown endpoint
      Given Alice is logged in on "PHONE"
      When Alice calls updateDevice for "NOWHERE" with display_name "Made up"
      Then the response is 404 M_NOT_FOUND

  @APS-14
  Rule: A service creates a device by an update (201), and updates it by the next (200)

    Scenario: A service creates a device of its user, then renames it
      Given Alice is a user of the application service
      When the application service as Alice calls updateDevice for "BRIDGE" with display_name "New"
      Then the response is 201
      When the application service as Alice calls updateDevice for "BRIDGE" with display_name "Old"
      Then the response is 200
