Feature: Login with a login token

  @LOG-26
  Rule: An invalid login token is refused with 403 M_FORBIDDEN

    Scenario: A login token that never existed
      Given the server lists the login type "m.login.token"
      When somebody calls login with type "m.login.token" and token "{fresh.unknown_token}"
      Then the response is 403 M_FORBIDDEN

    # features/access-tokens/tokens-of-another-kind.feature has tokens in place of it.
    Scenario: A user id in place of a login token
      Given the server lists the login type "m.login.token"
      And Alice has an account
      When somebody calls login with type "m.login.token" and token "{Alice.user_id}"
      Then the response is 403 M_FORBIDDEN

  @LOG-27
  Rule: A valid login token alone says which user logs in

    Scenario: The earlier of two login tokens logs its own user in
      Given Alice has an account
      And Bob has an account
      And Alice calls generateLoginToken and authenticates
      And the response member login_token is remembered as "token"
      And Bob calls generateLoginToken and authenticates
      When somebody calls login with type "m.login.token" and token "{token}"
      Then the response is 200
      And the response member user_id is "{Alice.user_id}"

  @LOG-09
  Rule: A server with single sign-on takes the login token that it ends with

    Scenario: Single sign-on ends in a login
      When Alice logs in by single sign-on on "PHONE"
      And Alice on "PHONE" calls getTokenOwner
      Then the response is 200
      And the response has:
        | user_id   | "{Alice.user_id}" |
        | device_id | "PHONE"           |

    Scenario: The login token of single sign-on logs in without anything else
      When Alice passes single sign-on and returns to "https://client.example.org/done"
      And somebody calls login with type "m.login.token" and token "{login_token}"
      Then the response is 200
      And the response has:
        | user_id      | a string |
        | access_token | a string |
        | device_id    | a string |
