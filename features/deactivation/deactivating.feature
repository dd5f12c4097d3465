Feature: Deactivating an account

  @DEA-05
  Scenario Outline: Without authentication the account lives on: <what>
    Given Alice is logged in on "PHONE"
    When Alice calls: <call>
    Then the response is a UIA challenge
    And at least one flow is offered
    When Alice calls: getTokenOwner
    Then the response is 200
    And Alice can log in

    Examples:
      | what                | call                                                 |
      | an empty object     | deactivateAccount                                    |
      | erasure asked for   | deactivateAccount with erase true                    |
      | an identity server  | deactivateAccount with id_server "id.example.org"    |

  @DEA-05
  Scenario: With a wrong password the account lives on
    Given Alice is logged in on "PHONE"
    When Alice calls: deactivateAccount
    Then the response is a UIA challenge
    When Alice answers the stage "m.login.password" with a wrong password
    Then the response is a UIA challenge
    And the response member errcode is "M_FORBIDDEN"
    When Alice calls: getTokenOwner
    Then the response is 200
    And Alice can log in

  @DEA-05
  Scenario: With another person's password the account lives on
    Given Alice is logged in on "PHONE"
    And Bob is logged in on "DESKTOP"
    When Alice calls: deactivateAccount
    Then the response is a UIA challenge
    When Alice answers the stage "m.login.password" as Bob
    Then the response is 401 or 403
    And Alice can log in
    And Bob can log in

  @DEA-06
  Scenario: Without an access token flows are offered
    When an anonymous client calls: deactivateAccount
    Then the response is a UIA challenge
    And at least one flow is offered

  @DEA-01
  Scenario Outline: A deactivation tells whether identifiers were unbound: <what>
    Given Alice is logged in on "PHONE"
    When Alice calls: <call> and authenticates
    Then the response is 200
    And the response member id_server_unbind_result is "success" or "no-support"

    Examples:
      | what              | call                              |
      | by default        | deactivateAccount                 |
      | with erasure      | deactivateAccount with erase true |
      | without erasure   | deactivateAccount with erase false |

  @DEA-02
  Scenario: Where there is no identifier the unbinding is a success
    Given Alice is logged in on "PHONE"
    When Alice calls: deactivateAccount and authenticates
    Then the response is 200
    And the response member id_server_unbind_result is "success"

  @DEA-02 @needs-appservice
  Scenario: An application service that may deactivate its user has nothing to unbind
    Given Alice is a user of the application service
    When the application service as Alice calls: deactivateAccount
    Then the response is 200 or 401 or 403
    And the response member id_server_unbind_result is "success", if present

  @DEA-07
  Scenario Outline: After a deactivation no login is possible: <what>
    Given Alice is logged in on "PHONE"
    And Alice calls: <call> and authenticates
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "{Alice.user_id}"} and password "{Alice.password}"
    Then the response is 4xx

    Examples:
      | what         | call                              |
      | by default   | deactivateAccount                 |
      | with erasure | deactivateAccount with erase true |

  @DEA-07
  Scenario: After a deactivation no login is possible by the name alone
    Given Alice is logged in on "PHONE"
    And Alice calls: deactivateAccount and authenticates
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "{Alice.localpart}"} and password "{Alice.password}"
    Then the response is 4xx

  @DEA-07 @needs-login-token
  Scenario: After a deactivation an earlier login token logs nobody in
    Given Alice is logged in on "PHONE"
    And Alice calls: generateLoginToken and authenticates
    And the response member login_token is remembered as "login_token"
    And Alice calls: deactivateAccount and authenticates
    When an anonymous client calls: login with type "m.login.token" and token "{login_token}"
    Then the response is 4xx

  @DEA-07
  Scenario: Other accounts live on
    Given Alice is logged in on "PHONE"
    And Bob is logged in on "DESKTOP"
    When Alice calls: deactivateAccount and authenticates
    Then the response is 200
    When Bob calls: getTokenOwner
    Then the response is 200
    And Bob can log in

  @DEA-08
  Scenario Outline: After a deactivation the access token of <whose> is dead
    Given Alice is logged in on "PHONE" and "LAPTOP"
    And Alice on "PHONE" calls: deactivateAccount and authenticates
    When Alice on "<device>" calls: getTokenOwner
    Then the response is 401 M_UNKNOWN_TOKEN or 401 M_USER_DEACTIVATED or 403 M_USER_DEACTIVATED

    Examples:
      | whose               | device |
      | the session used    | PHONE  |
      | another session     | LAPTOP |

  @DEA-08 @needs-refresh-tokens
  Scenario: After a deactivation the refresh token is dead
    Given Alice is logged in on "PHONE" with refresh tokens
    And Alice calls: deactivateAccount and authenticates
    When an anonymous client calls: refresh with refresh_token "{Alice.PHONE.refresh_token}"
    Then the response is 401 M_UNKNOWN_TOKEN or 401 M_USER_DEACTIVATED or 403
