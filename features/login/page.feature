Feature: The page on which to log in

  @LOG-30
  Rule: GET /_matrix/static/client/login/ gives an HTML page on which to log in

    Scenario: The page is HTML
      When somebody sends GET to "/_matrix/static/client/login/"
      Then the response is 200
      And the response header Content-Type is a string like /text\/html\b.*/

  @LOG-31
  Rule: The login page calls window.matrixLogin.onLogin with the answer to the login

    Scenario: The client gets a session from the page
      Given Alice has an account
      When Alice logs in on the login page
      Then the response has:
        | user_id      | "{Alice.user_id}" |
        | access_token | a string          |
        | device_id    | a string          |
      And the response member access_token is remembered as "new"
      When Alice with the access token "{new}" calls getTokenOwner
      Then the response is 200
      And the response member user_id is "{Alice.user_id}"

  @LOG-32
  Rule: The login page passes parameters of its query on to the login, unless they are credentials

    Scenario: The page logs in on the device that its query names
      Given Alice has an account
      When Alice logs in on the login page with:
        | device_id                   | LAPTOP      |
        | initial_device_display_name | Work laptop |
      Then the response member device_id is "LAPTOP"
      And Alice's devices are named:
        | device | name        |
        | LAPTOP | Work laptop |
