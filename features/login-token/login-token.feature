Feature: Login tokens for another client

  @LGT-01
  Rule: A request for a login token gives login_token, a string, and expires_in_ms, an integer

    Scenario: A login token comes with its lifetime
      Given Alice is logged in on "PHONE"
      When Alice calls generateLoginToken and authenticates
      Then the response is 200
      And the response has:
        | login_token   | a string   |
        | expires_in_ms | an integer |

  @LGT-02
  Rule: A request for a login token without auth gives a UIA challenge

    Scenario: Without authentication there is no login token
      Given Alice is logged in on "PHONE"
      When Alice calls generateLoginToken
      Then the response is a UIA challenge
      And the response has no login_token

  @LGT-03
  Rule: Each login token needs authentication of its own, even right after another success

    Scenario: Authentication for one login token does not serve for the next
      Given Alice is logged in on "PHONE"
      And Alice calls generateLoginToken and authenticates
      When Alice calls generateLoginToken
      Then the response is a UIA challenge
      And the response has no login_token

    Scenario: Authentication for something else does not count
      Given Alice is logged in on "PHONE" and "LAPTOP"
      And Alice on "PHONE" calls deleteDevice for "LAPTOP" and authenticates
      When Alice on "PHONE" calls generateLoginToken
      Then the response is a UIA challenge
      And the response has no login_token

  @LGT-04
  Rule: A generated login token works for one login only

    Scenario: A second login with the same login token is refused
      Given Alice is logged in on "PHONE"
      And Alice calls generateLoginToken and authenticates
      And the response member login_token is remembered as "token"
      When somebody calls login with type "m.login.token" and token "{token}"
      Then the response is 200
      And the response member device_id is remembered as "first"
      When somebody calls login with type "m.login.token" and token "{token}"
      Then the response is 4xx
      And Alice's devices are "PHONE" and "{first}"

  @LOG-26
  Rule: An invalid login token is refused with 403 M_FORBIDDEN

    @needs-login-token
    Scenario: A login token that was used before
      Given Alice is logged in on "PHONE"
      And Alice calls generateLoginToken and authenticates
      And the response member login_token is remembered as "token"
      And somebody calls login with type "m.login.token" and token "{token}"
      When somebody calls login with type "m.login.token" and token "{token}"
      Then the response is 403 M_FORBIDDEN

    @needs-login-token @needs-short-token-lifetime
    Scenario: A login token whose time is over
      Given Alice is logged in on "PHONE"
      And Alice calls generateLoginToken and authenticates
      And the response member login_token is remembered as "token"
      And the login token has expired
      When somebody calls login with type "m.login.token" and token "{token}"
      Then the response is 403 M_FORBIDDEN

  @LGT-05
  Rule: A generated login token logs in the user who asked for it, on a device of its own

    Scenario: The new session is the same user's, and the first session stays as it was
      Given Alice is logged in on "PHONE"
      And Alice calls generateLoginToken and authenticates
      And the response member login_token is remembered as "token"
      When somebody calls login with type "m.login.token" and token "{token}"
      Then the response is 200
      And the response has:
        | user_id   | "{Alice.user_id}"           |
        | device_id | a string other than "PHONE" |
      When the new session calls getTokenOwner
      Then the response is 200
      And the response member user_id is "{Alice.user_id}"
      When Alice on "PHONE" calls getTokenOwner
      Then the response is 200
      And the response member device_id is "PHONE"

    Scenario: The new device has the id and the name that were asked for
      Given Alice is logged in on "PHONE"
      And Alice calls generateLoginToken and authenticates
      And the response member login_token is remembered as "token"
      When somebody calls login with:
        | type                        | m.login.token |
        | token                       | {token}       |
        | device_id                   | LAPTOP        |
        | initial_device_display_name | Work laptop   |
      Then the response is 200
      And the response member device_id is "LAPTOP"
      And Alice's devices are named:
        | device | name        |
        | LAPTOP | Work laptop |

  @LGT-06
  Rule: A generated login token is refused once expires_in_ms has passed

    @needs-short-token-lifetime
    Scenario: A login token is refused once its time is over
      Given Alice is logged in on "PHONE"
      And Alice calls generateLoginToken and authenticates
      And the response member login_token is remembered as "token"
      And the login token has expired
      When somebody calls login with type "m.login.token" and token "{token}"
      Then the response is 4xx
      And Alice's devices are "PHONE"

  @LGT-07
  Rule: Generated login tokens should live two minutes by default

    Scenario: A login token lives two minutes
      Given Alice is logged in on "PHONE"
      When Alice calls generateLoginToken and authenticates
      Then the response is 200
      And the response member expires_in_ms is an integer from 110000 to 120000

  @LGT-08
  Rule: A malformed request, or a user who may not generate login tokens, gets a standard error with 400

    Scenario: A request for a login token whose body is not JSON is refused
      Given Alice is logged in on "PHONE"
      When generateLoginToken is called with a body that is not JSON
      Then each response is 400 or a UIA challenge

  @LGT-09
  Rule: The capability m.get_login_token agrees with the endpoint: UIA if it is enabled, else a refusal

    @needs-login-token
    Scenario: A server that gives login tokens says so
      Given Alice is logged in on "PHONE"
      When Alice calls getCapabilities
      Then the response is 200
      And the response member /capabilities/m.get_login_token/enabled is true
      When Alice calls generateLoginToken
      Then the response is a UIA challenge

    Scenario: A server that has the capability says yes or no
      Given Alice is logged in on "PHONE"
      When Alice calls getCapabilities
      Then the response is 200
      And the response member /capabilities/m.get_login_token?/enabled is a boolean

    Scenario: A server that says that it gives no login tokens gives none
      Given Alice is logged in on "PHONE"
      And Alice may not generate login tokens
      When Alice calls generateLoginToken
      Then the response is 4xx
      And the response has no flows
