Feature: Login with a password

  @LOG-10
  Scenario: A login gives user, device and access token
    Given Alice is logged in on "PHONE"
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "{Alice.user_id}"} and password "{Alice.password}"
    Then the response is 200
    And the response has:
      | member       | value    |
      | access_token | a string |
      | device_id    | a string |
      | user_id      | a string |

  @LOG-11 @LOG-14
  Scenario Outline: <name> logs in as the whole user id
    Given Alice is logged in on "PHONE"
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "<user>"} and password "{Alice.password}"
    Then the response is 200
    And the response member user_id is "{Alice.user_id}"
    And the response member access_token is remembered as "new"
    When Alice with the access token "{new}" calls: getTokenOwner
    Then the response is 200
    And the response member user_id is "{Alice.user_id}"

    Examples:
      | name          | user              |
      | The user id   | {Alice.user_id}   |
      | The localpart | {Alice.localpart} |

  @LOG-14
  Scenario: A user id in another case is the same user's, or nobody's
    Given Alice is logged in on "PHONE"
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "@{Alice.localpart.upper}:{Alice.server_name}"} and password "{Alice.password}"
    Then the response is 200 or 403 M_FORBIDDEN

  @LOG-12
  Scenario: Refresh token and lifetime have the documented types
    Given Alice is logged in on "PHONE"
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "{Alice.user_id}"} and password "{Alice.password}" and refresh_token true
    Then the response is 200
    And the response has:
      | member        | value                  |
      | refresh_token | a string, if present   |
      | expires_in_ms | an integer, if present |

  @LOG-13
  Scenario: What the server says of itself has the form of the well-known file
    Given Alice is logged in on "PHONE"
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "{Alice.user_id}"} and password "{Alice.password}"
    Then the response is 200
    And the response has:
      | member                                    | value    |
      | /well_known?                              | an object |
      | /well_known?/m.homeserver/base_url        | a string |
      | /well_known?/m.identity_server?/base_url  | a string |

  @LOG-28
  Scenario: The deprecated member user names the user
    Given Alice is logged in on "PHONE"
    When an anonymous client calls: login with type "m.login.password" and user "{Alice.localpart}" and password "{Alice.password}"
    Then the response is 200
    And the response member user_id is "{Alice.user_id}"

  @LOG-14 @LOG-21
  Scenario: After a change of the password the new one logs in, and the old one does not
    Given Alice is logged in on "PHONE"
    And Alice calls: changePassword with new_password "{fresh.password}" and authenticates
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "{Alice.user_id}"} and password "{fresh.password}"
    Then the response is 200
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "{Alice.user_id}"} and password "{Alice.first_password}"
    Then the response is 403 M_FORBIDDEN

  @LOG-14
  Scenario Outline: A password may have <what>
    Given Alice is logged in on "PHONE"
    And Alice calls: changePassword with new_password "<password>{fresh.password}" and authenticates
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "{Alice.user_id}"} and password "<password>{fresh.password}"
    Then the response is 200
    And the response member user_id is "{Alice.user_id}"

    Examples:
      | what                  | password    |
      | letters beyond ASCII  | Übermut 猫   |
      | spaces                | two words   |
      | what JSON escapes     | a/b&c<d>    |
