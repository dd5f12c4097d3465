Feature: Login with a login token

  @LOG-26
  Scenario: A login token that never existed is refused
    When an anonymous client calls: login with type "m.login.token" and token "{fresh.unknown_token}"
    Then the response is 403 M_FORBIDDEN

  @LOG-26
  Scenario Outline: <what> is no login token
    Given Alice is logged in on "PHONE"
    When an anonymous client calls: login with type "m.login.token" and token "<token>"
    Then the response is 403 M_FORBIDDEN

    Examples:
      | what                        | token                      |
      | an access token             | {Alice.PHONE.access_token} |
      | a user id                   | {Alice.user_id}            |

  @LOG-27
  Scenario: A login token alone says who logs in
    Given Alice is logged in on "PHONE"
    And Bob is logged in on "PHONE"
    And Alice calls: generateLoginToken and authenticates
    And the response member login_token is remembered as "token"
    And Bob calls: generateLoginToken and authenticates
    When an anonymous client calls: login with type "m.login.token" and token "{token}"
    Then the response is 200
    And the response member user_id is "{Alice.user_id}"

  @LOG-09
  Scenario: Single sign-on ends in a login
    When Alice logs in by single sign-on on "PHONE"
    And Alice on "PHONE" calls: getTokenOwner
    Then the response is 200
    And the response has:
      | member    | value             |
      | user_id   | "{Alice.user_id}" |
      | device_id | "PHONE"           |

  @LOG-09
  Scenario: The token that single sign-on ends with logs in without anything else
    When Alice passes single sign-on and returns to "https://client.example.org/done"
    And an anonymous client calls: login with type "m.login.token" and token "{login_token}"
    Then the response is 200
    And the response has:
      | member       | value    |
      | user_id      | a string |
      | access_token | a string |
      | device_id    | a string |
