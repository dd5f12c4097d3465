Feature: Device management needs an access token

  @TOK-03
  Scenario Outline: Without an access token <operation> is refused
    When an anonymous client calls: <call>
    Then the response is 401 M_MISSING_TOKEN

    Examples:
      | operation     | call                                 |
      | getDevices    | getDevices                           |
      | getDevice     | getDevice with deviceId "PHONE"      |
      | updateDevice  | updateDevice with deviceId "PHONE"   |
      | deleteDevice  | deleteDevice with deviceId "PHONE"   |
      | deleteDevices | deleteDevices with devices ["PHONE"] |

  @TOK-04
  Scenario Outline: With an access token that never existed <operation> is refused
    When a client with an unknown token calls: <call>
    Then the response is 401 M_UNKNOWN_TOKEN

    Examples:
      | operation     | call                                 |
      | getDevices    | getDevices                           |
      | getDevice     | getDevice with deviceId "PHONE"      |
      | updateDevice  | updateDevice with deviceId "PHONE"   |
      | deleteDevice  | deleteDevice with deviceId "PHONE"   |
      | deleteDevices | deleteDevices with devices ["PHONE"] |
