Feature: Device management needs an access token

  @TOK-03
  Rule: An endpoint that needs an access token refuses a request without one: 401 M_MISSING_TOKEN

    Scenario Outline: <operation> needs an access token
      When <operation> is called without an access token
      Then the response is 401 M_MISSING_TOKEN

      Examples:
        | operation     |
        | getDevices    |
        | getDevice     |
        | updateDevice  |
        | deleteDevice  |
        | deleteDevices |

  @TOK-04
  Rule: An access token that never existed is refused with 401 M_UNKNOWN_TOKEN

    Scenario Outline: <operation> refuses an unknown access token
      When <operation> is called with an unknown access token
      Then the response is 401 M_UNKNOWN_TOKEN

      Examples:
        | operation     |
        | getDevices    |
        | getDevice     |
        | updateDevice  |
        | deleteDevice  |
        | deleteDevices |
