Feature: The session that a registration begins

  @REG-04
  Scenario: With the login inhibited no session is given
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}" and inhibit_login true and authenticates
    Then the response is 200
    And the response has:
      | member       | value  |
      | access_token | absent |
      | device_id    | absent |

  @REG-04 @needs-password-login
  Scenario: With the login inhibited no device is made
    Given an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}" and inhibit_login true and authenticates
    And the response member user_id is remembered as "user_id"
    And an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "{user_id}"} and password "{fresh.password}" and device_id "LAPTOP"
    And the response member access_token is remembered as "access_token"
    When Alice with the access token "{access_token}" calls: getDevices
    Then the response is 200
    And the response has:
      | member              | value    |
      | devices.0.device_id | "LAPTOP" |
      | devices.1           | absent   |

  @REG-05
  Scenario: With the login inhibited nothing to refresh is given
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}" and inhibit_login true and refresh_token true and authenticates
    Then the response is 200
    And the response has:
      | member        | value  |
      | refresh_token | absent |
      | expires_in_ms | absent |

  @REG-06
  Scenario: A client that can refresh gets a refresh token
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}" and refresh_token true and authenticates
    Then the response is 200
    And the response has:
      | member        | value                  |
      | refresh_token | a string               |
      | expires_in_ms | an integer, if present |

  @REG-06
  Scenario Outline: A client that <what> gets no refresh token
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}" <end>
    Then the response is 200
    And the response member refresh_token is absent

    Examples:
      | what                             | end                                       |
      | does not say that it can refresh | and authenticates                         |
      | says that it cannot refresh      | and refresh_token false and authenticates |

  @REG-06
  Scenario: The refresh token of a registration refreshes
    Given an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}" and refresh_token true and authenticates
    And the response member user_id is remembered as "user_id"
    And the response member refresh_token is remembered as "refresh_token"
    When an anonymous client calls: refresh with refresh_token "{refresh_token}"
    Then the response is 200
    And the response member access_token is remembered as "access_token"
    When Alice with the access token "{access_token}" calls: getTokenOwner
    Then the response is 200
    And the response member user_id is "{user_id}"

  @REG-15
  Scenario Outline: The device asked for is the device of the session: <device>
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}" and device_id "<device>" and authenticates
    Then the response is 200
    And the response member device_id is "<device>"
    And the response member access_token is remembered as "access_token"
    When Alice with the access token "{access_token}" calls: getDevices
    Then the response is 200
    And the response has:
      | member              | value      |
      | devices.0.device_id | "<device>" |
      | devices.1           | absent     |

    Examples:
      | device         |
      | PHONE          |
      | {fresh.device} |
      | a/b%2Fc d      |

  @REG-15
  Scenario: Where no device is asked for the server makes one
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}" and authenticates
    Then the response is 200
    And the response member device_id is remembered as "device"
    And the response member access_token is remembered as "access_token"
    When Alice with the access token "{access_token}" calls: getDevices
    Then the response is 200
    And the response has:
      | member              | value      |
      | devices.0.device_id | "{device}" |
      | devices.1           | absent     |

  @REG-15
  Scenario Outline: The access token belongs to the device: <what>
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}" <end>
    Then the response is 200
    And the response member device_id is remembered as "device"
    And the response member access_token is remembered as "access_token"
    When Alice with the access token "{access_token}" calls: getTokenOwner
    Then the response is 200
    And the response member device_id is "{device}"

    Examples:
      | what                | end                                     |
      | one asked for       | and device_id "PHONE" and authenticates |
      | one that was chosen | and authenticates                       |

  @REG-16
  Scenario Outline: The new device gets the name asked for: <name>
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}" and device_id "PHONE" and initial_device_display_name "<name>" and authenticates
    Then the response is 200
    And the response member access_token is remembered as "access_token"
    When Alice with the access token "{access_token}" calls: getDevice with deviceId "PHONE"
    Then the response is 200
    And the response member display_name is "<name>"

    Examples:
      | name                 |
      | Jungle phone         |
      | Küchentelefon ☎ 电话 |

  @REG-16 @REG-24 @needs-guest
  Scenario: A guest's device gets the name asked for
    When an anonymous client calls: register with kind "guest" and initial_device_display_name "Café kiosk"
    Then the response is 200
    And the response member device_id is remembered as "device"
    And the response member access_token is remembered as "access_token"
    When Guest with the access token "{access_token}" calls: getDevice with deviceId "{device}"
    Then the response is 200
    And the response member display_name is "Café kiosk"
