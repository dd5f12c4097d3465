Feature: Registering an account

  @REG-17
  Scenario Outline: Without authentication <what> is challenged
    When an anonymous client calls: <call>
    Then the response is a UIA challenge

    Examples:
      | what                                 | call                                                                                      |
      | a registration that asks for nothing | register                                                                                  |
      | a registration with a name           | register with username "{fresh.username}"                                                 |
      | a registration of the kind "user"    | register with kind "user" and username "{fresh.username}" and password "{fresh.password}" |

  @REG-01
  Scenario Outline: A registration <what> gives the user id
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}" <end>
    Then the response is 200
    And the response member user_id is a string

    Examples:
      | what              | end                                      |
      | that logs in      | and authenticates                        |
      | without a session | and inhibit_login true and authenticates |

  @REG-01
  Scenario: A registration without a password gives the user id, or is refused
    When an anonymous client calls: register with username "{fresh.username}" and authenticates
    Then the response is 200 or 400 M_MISSING_PARAM or 400 M_BAD_JSON
    And the response member user_id is a string, if present

  @REG-02
  Scenario Outline: A registration with <what> logs in
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}" <end>
    Then the response is 200
    And the response has:
      | member       | value    |
      | access_token | a string |
      | device_id    | a string |

    Examples:
      | what                | end                                       |
      | no word of a login  | and authenticates                         |
      | inhibit_login false | and inhibit_login false and authenticates |

  @REG-03
  Scenario: The access token works at once, for the new user
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}" and authenticates
    Then the response is 200
    And the response member user_id is remembered as "user_id"
    And the response member access_token is remembered as "access_token"
    When Alice with the access token "{access_token}" calls: getTokenOwner
    Then the response is 200
    And the response member user_id is "{user_id}"

  @REG-12
  Scenario: Without a name the server makes one up
    When an anonymous client calls: register with password "{fresh.password}" and authenticates
    Then the response is 200
    And the response member user_id is a string like /(?=.{4,255}$)@[a-z0-9._=/+-]+:.+/

  @REG-12
  Scenario: Two accounts registered without a name have different ones
    Given an anonymous client calls: register with password "{fresh.password}" and authenticates
    And the response member user_id is remembered as "first"
    When an anonymous client calls: register with password "{fresh.password}" and authenticates
    Then the response is 200
    And the response member user_id is a string other than "{first}"

  @REG-13
  Scenario Outline: <what> given at registration logs in
    Given an anonymous client calls: register with username "{fresh.username}" and password "<password>" and authenticates
    And the response member user_id is remembered as "user_id"
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "{user_id}"} and password "<password>"
    Then the response is 200
    And the response member user_id is "{user_id}"

    Examples:
      | what                          | password                   |
      | The password                  | {fresh.password}           |
      | A password outside ASCII      | {fresh.password}ÄñЖ漢字🔑  |
      | A password with spaces in it  | {fresh.password} and more  |

  @REG-13
  Scenario: Another password than that given at registration does not log in
    Given an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}" and authenticates
    And the response member user_id is remembered as "user_id"
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "{user_id}"} and password "{fresh.password.another}"
    Then the response is 403 M_FORBIDDEN

  @REG-14
  Scenario: A password among the authentication data does not become the account's
    Given an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}" and auth {"password": "{fresh.password.another}"} and authenticates
    And the response member user_id is remembered as "user_id"
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "{user_id}"} and password "{fresh.password.another}"
    Then the response is 403
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "{user_id}"} and password "{fresh.password}"
    Then the response is 200

  @REG-21
  Scenario: A name that is registered by another meanwhile is not given twice
    When an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password}"
    Then the response is a UIA challenge
    Given an anonymous client calls: register with username "{fresh.username}" and password "{fresh.password.another}" and authenticates
    When an anonymous client completes a flow
    Then the response is 400 M_USER_IN_USE
