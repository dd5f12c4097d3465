Feature: Device management needs an access token

  @TOK-03
  Rule: An endpoint that needs an access token refuses a request without one: 401 M_MISSING_TOKEN

    Scenario Outline: <operation> needs an access token
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When <operation> is called without an access token
      Then the response is 401 M_MISSING_TOKEN
      And Alice's account is as it was

      Examples:
        | operation     |
        | getDevices    |
        | getDevice     |
        | updateDevice  |
        | deleteDevice  |
        | deleteDevices |

    Scenario: Without an access token a device keeps its name
      Given Alice is logged in on "PHONE"
      And Alice logs in on "LAPTOP" with the name "Work laptop"
      When somebody calls updateDevice for "LAPTOP" with display_name "Taken"
      Then the response is 401 M_MISSING_TOKEN
      And Alice's devices are named:
        | device | name        |
        | LAPTOP | Work laptop |

  @TOK-04
  Rule: An access token that never existed is refused with 401 M_UNKNOWN_TOKEN

    Scenario Outline: <operation> refuses an unknown access token
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When <operation> is called with an unknown access token
      Then the response is 401 M_UNKNOWN_TOKEN
      And Alice's account is as it was

      Examples:
        | operation     |
        | getDevices    |
        | getDevice     |
        | updateDevice  |
        | deleteDevice  |
        | deleteDevices |

    Scenario: With an unknown access token a device keeps its name
      Given Alice is logged in on "PHONE"
      And Alice logs in on "LAPTOP" with the name "Work laptop"
      When a client with an unknown token calls updateDevice for "LAPTOP" with display_name "Taken"
      Then the response is 401 M_UNKNOWN_TOKEN
      And Alice's devices are named:
        | device | name        |
        | LAPTOP | Work laptop |
