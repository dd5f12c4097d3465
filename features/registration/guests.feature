Feature: Guest accounts

  # Where guests are let in 200 is right.
  @REG-23
  Scenario Outline: A guest is let in or refused, not challenged: <where>
    When an anonymous client calls: register with kind "guest"
    Then the response is 200 or 403

    Examples:
      | where    |
      | anywhere |

    @needs-closed-registration
    Examples:
      | where                                |
      | on a server with registration closed |

    @needs-server-config
    Examples:
      | where                                    |
      | on a server of a different configuration |

  @REG-23
  Scenario: An account of a kind that does not exist is not made
    When an anonymous client calls: register with kind "administrator" and username "{fresh.username}" and password "{fresh.password}", with the body:
      """
      {}
      """
    Then the response is 4xx

  @REG-24
  Scenario: A guest registers without authentication
    When an anonymous client calls: register with kind "guest"
    Then the response is 200
    And the response has:
      | member       | value                                               |
      | user_id      | a string like /(?=.{4,255}$)@[a-z0-9._=/+-]+:.+/ |
      | access_token | a string                                            |
      | device_id    | a string                                            |

  @REG-24
  Scenario: A guest's access token works, for the guest
    Given an anonymous client calls: register with kind "guest"
    And the response member user_id is remembered as "user_id"
    And the response member access_token is remembered as "access_token"
    When Guest with the access token "{access_token}" calls: getTokenOwner
    Then the response is 200
    And the response member user_id is "{user_id}"

  @REG-24
  Scenario: Two guests are two users
    Given an anonymous client calls: register with kind "guest"
    And the response member user_id is remembered as "first"
    When an anonymous client calls: register with kind "guest"
    Then the response is 200
    And the response member user_id is a string other than "{first}"

  @REG-25
  Scenario: A guest's login cannot be inhibited
    When an anonymous client calls: register with kind "guest" and inhibit_login true
    Then the response is 200
    And the response member access_token is a string

  @REG-25
  Scenario: The name that a guest asks for is ignored
    When an anonymous client calls: register with kind "guest" and username "{fresh.username}"
    Then the response is 200
    And the response member user_id is remembered as "user_id"
    And the response member user_id is a string like /(?!@{fresh.username}:).+/

  @REG-25
  Scenario: A guest may ask for a name that is taken
    Given Alice is logged in on "PHONE"
    When an anonymous client calls: register with kind "guest" and username "{Alice.localpart}"
    Then the response is 200
    And the response member user_id is a string other than "{Alice.user_id}"

  @REG-25 @needs-password-login
  Scenario: The password that a guest asks for is ignored
    Given an anonymous client calls: register with kind "guest" and password "{fresh.password}"
    And the response member user_id is remembered as "user_id"
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "{user_id}"} and password "{fresh.password}"
    Then the response is 4xx

  @REG-25 @REG-26
  Scenario: The device that a guest asks for is ignored
    When an anonymous client calls: register with kind "guest" and device_id "{fresh.device}"
    Then the response is 200
    And the response member device_id is a string other than "{fresh.device}"

  @REG-26
  Scenario: The server picks a guest's device
    When an anonymous client calls: register with kind "guest"
    Then the response is 200
    And the response member device_id is remembered as "device"
    And the response member access_token is remembered as "access_token"
    When Guest with the access token "{access_token}" calls: getTokenOwner
    Then the response is 200
    And the response member device_id is "{device}"

  @REG-27
  Scenario Outline: A guest may call <call>
    Given an anonymous client calls: register with kind "guest"
    And the response member user_id is remembered as "user_id"
    And the response member device_id is remembered as "device"
    And the response member access_token is remembered as "access_token"
    When Guest with the access token "{access_token}" calls: <call>
    Then the response is 200

    Examples:
      | call                                                                |
      | getTokenOwner                                                       |
      | getDevices                                                          |
      | getDevice with deviceId "{device}"                                  |
      | updateDevice with deviceId "{device}" and display_name "Café kiosk" |

    @needs-e2ee-keys
    Examples:
      | call                                         |
      | uploadKeys                                   |
      | queryKeys with device_keys {"{user_id}": []} |

  @REG-28
  Scenario: A guest becomes a user and keeps the user id
    Given an anonymous client calls: register with kind "guest"
    And the response member user_id is remembered as "guest"
    And the response member access_token is remembered as "guest_token"
    When an anonymous client calls: register with username "{guest.localpart}" and password "{fresh.password}" and guest_access_token "{guest_token}" and authenticates
    Then the response is 200
    And the response member user_id is "{guest}"
    And the response member access_token is remembered as "access_token"
    When Guest with the access token "{access_token}" calls: getTokenOwner
    Then the response is 200
    And the response has:
      | member   | value             |
      | user_id  | "{guest}"         |
      | is_guest | false, if present |

  @REG-28
  Scenario Outline: With <what> a guest's account cannot be taken over
    Given an anonymous client calls: register with kind "guest"
    And the response member user_id is remembered as "victim"
    And an anonymous client calls: register with kind "guest"
    And the response member access_token is remembered as "other_token"
    When an anonymous client calls: register with username "{victim.localpart}" and password "{fresh.password}" <token>
    Then the response is 4xx
    And the response member user_id is absent

    Examples:
      | what                    | token                                                       |
      | another guest's token   | and guest_access_token "{other_token}" and authenticates       |
      | a token never issued    | and guest_access_token "{fresh.unknown_token}" and authenticates |
      | no token                | and authenticates                                             |
