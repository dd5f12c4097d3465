Feature: Login tokens for another client

  @LGT-01
  Scenario: A login token comes with its lifetime
    Given Alice is logged in on "PHONE"
    When Alice calls: generateLoginToken and authenticates
    Then the response is 200
    And the response has:
      | member        | value      |
      | login_token   | a string   |
      | expires_in_ms | an integer |

  @LGT-02
  Scenario: Without authentication there is no login token
    Given Alice is logged in on "PHONE"
    When Alice calls: generateLoginToken
    Then the response is a UIA challenge
    And the response member login_token is absent

  @LGT-03
  Scenario: Each login token is asked for anew
    Given Alice is logged in on "PHONE"
    And Alice calls: generateLoginToken and authenticates
    When Alice calls: generateLoginToken
    Then the response is a UIA challenge

  @LGT-03
  Scenario: Authentication for something else does not count
    Given Alice is logged in on "PHONE" and "LAPTOP"
    And Alice on "PHONE" calls: deleteDevice with deviceId "LAPTOP" and authenticates
    When Alice on "PHONE" calls: generateLoginToken
    Then the response is a UIA challenge

  @LGT-04
  Scenario: A login token works once
    Given Alice is logged in on "PHONE"
    And Alice calls: generateLoginToken and authenticates
    And the response member login_token is remembered as "token"
    When an anonymous client calls: login with type "m.login.token" and token "{token}"
    Then the response is 200
    When an anonymous client calls: login with type "m.login.token" and token "{token}"
    Then the response is 403 M_FORBIDDEN

  @LGT-05
  Scenario: A login token logs the same user in, on a device of its own
    Given Alice is logged in on "PHONE"
    And Alice calls: generateLoginToken and authenticates
    And the response member login_token is remembered as "token"
    When an anonymous client calls: login with type "m.login.token" and token "{token}"
    Then the response is 200
    And the response has:
      | member    | value                       |
      | user_id   | "{Alice.user_id}"           |
      | device_id | a string other than "PHONE" |
    And the response member access_token is remembered as "new"
    When Alice with the access token "{new}" calls: getTokenOwner
    Then the response is 200
    And the response member user_id is "{Alice.user_id}"
    When Alice on "PHONE" calls: getTokenOwner
    Then the response is 200
    And the response member device_id is "PHONE"

  @LGT-05
  Scenario: A login with a login token takes the device id and the name that it is given
    Given Alice is logged in on "PHONE"
    And Alice calls: generateLoginToken and authenticates
    And the response member login_token is remembered as "token"
    When an anonymous client calls: login with type "m.login.token" and token "{token}" and device_id "LAPTOP" and initial_device_display_name "Work laptop"
    Then the response is 200
    And the response member device_id is "LAPTOP"
    And Alice's devices are named:
      | device | name        |
      | LAPTOP | Work laptop |

  @LGT-06 @needs-short-token-lifetime
  Scenario: A login token is refused once its time is over
    Given Alice is logged in on "PHONE"
    And Alice calls: generateLoginToken and authenticates
    And the response member login_token is remembered as "token"
    And the login token of Alice has expired
    When an anonymous client calls: login with type "m.login.token" and token "{token}"
    Then the response is 403 M_FORBIDDEN

  @LGT-07
  Scenario: A login token lives two minutes
    Given Alice is logged in on "PHONE"
    When Alice calls: generateLoginToken and authenticates
    Then the response is 200
    And the response member expires_in_ms is an integer from 110000 to 120000

  @LGT-08
  Scenario: A request for a login token that is no JSON is refused
    Given Alice is logged in on "PHONE"
    When Alice calls: generateLoginToken with each body that is no JSON
    Then each of the responses is 400

  @LGT-09 @needs-login-token
  Scenario: The capability is told where login tokens are given
    Given Alice is logged in on "PHONE"
    When Alice calls: getCapabilities
    Then the response is 200
    And the response member /capabilities/m.get_login_token/enabled is true
    When Alice calls: generateLoginToken
    Then the response is a UIA challenge

  @LGT-09
  Scenario: A server that tells of the capability says yes or no
    Given Alice is logged in on "PHONE"
    When Alice calls: getCapabilities
    Then the response is 200
    And the response member /capabilities/m.get_login_token?/enabled is a boolean
