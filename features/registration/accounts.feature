Feature: Registering an account

  @REG-17
  Rule: A registration of a user without auth gives a UIA challenge

    Scenario: A registration that asks for nothing is challenged
      When somebody calls register
      Then the response is a UIA challenge

    Scenario: A registration with a name is challenged
      When somebody calls register with username "{fresh.username}"
      Then the response is a UIA challenge

    Scenario: A registration of the kind "user" is challenged
      When somebody calls register with:
        | kind     | user             |
        | username | {fresh.username} |
        | password | {fresh.password} |
      Then the response is a UIA challenge

  @REG-01
  Rule: A registration gives user_id, a string

    Scenario: The user id is given with a session
      When Alice registers
      Then the response is 200
      And the response member user_id is a string

    Scenario: The user id is given without a session
      When Alice registers with:
        | inhibit_login | true |
      Then the response is 200
      And the response member user_id is a string

    Scenario: A registration without a password gives the user id, or is refused
      When somebody calls register with username "{fresh.username}" and authenticates
      Then the response is 200 or 400 or 403
      And the response member user_id is a string, if present

  @REG-02
  Rule: A registration gives access_token and device_id too, unless inhibit_login is true

    Scenario: A registration without inhibit_login begins a session
      When Alice registers
      Then the response is 200
      And the response has:
        | access_token | a string |
        | device_id    | a string |

    Scenario: A registration with inhibit_login false begins a session
      When Alice registers with:
        | inhibit_login | false |
      Then the response is 200
      And the response has:
        | access_token | a string |
        | device_id    | a string |

  @REG-03
  Rule: The access token of a registration works at once, for the new user

    Scenario: The new user makes a call at once
      When Alice registers
      Then the response is 200
      When the new session calls getTokenOwner
      Then the response is 200
      And the response member user_id is "{Alice.user_id}"

  @REG-12
  Rule: A registration without username gets a localpart that the server makes up

    Scenario: The user id that the server makes up is legal
      When somebody calls register with password "{fresh.password}" and authenticates
      Then the response is 200
      And the response member user_id is a valid user id

    Scenario: Two accounts registered without a name have different ones
      Given somebody calls register with password "{fresh.password}" and authenticates
      And the response member user_id is remembered as "first"
      When somebody calls register with password "{fresh.password}" and authenticates
      Then the response is 200
      And the response member user_id is a string other than "{first}"

  @REG-13
  Rule: The password given at registration logs the user in

    Scenario Outline: <what> given at registration logs in
      Given Alice registers with:
        | password | <password> |
      When Alice logs in with the password "<password>"
      Then the response is 200
      And the response member user_id is "{Alice.user_id}"

      Examples:
        | what                         | password                  |
        | The password                 | {fresh.password}          |
        | A password outside ASCII     | {fresh.password}ÄñЖ漢字🔑    |
        | A password with spaces in it | {fresh.password} and more |

    Scenario: Another password than that given at registration does not log in
      Given Alice registers
      And the response member device_id is remembered as "device"
      When Alice logs in with the password "{fresh.password}"
      Then the response is 4xx
      And Alice's devices are "{device}"

  @REG-14
  Rule: The auth of a registration authenticates the call only; it does not become the credential

    Scenario: A password in auth does not log in, and that of the account does
      Given Alice registers with:
        | auth.password | {fresh.password} |
      When Alice logs in with the password "{fresh.password}"
      Then the response is 4xx
      And no session has begun
      When Alice logs in with her password
      Then the response is 200

  @REG-21
  Rule: A username that is taken during authentication gives M_USER_IN_USE, and no second account

    Scenario: Another client registers the name meanwhile
      When somebody begins a registration
      Then the response is a UIA challenge
      Given Bob registers with:
        | username  | {fresh.username} |
        | device_id | PHONE            |
      When somebody completes a flow
      Then the response is 400 M_USER_IN_USE
      And Bob's session on "PHONE" goes on

    @needs-password-login
    Scenario: Who registers the name meanwhile keeps the password
      When somebody begins a registration
      Then the response is a UIA challenge
      Given Bob registers with:
        | username | {fresh.username}      |
        | password | {fresh.password.bobs} |
      When somebody completes a flow
      Then the response is 400 M_USER_IN_USE
      And Bob can log in with the password "{fresh.password.bobs}"
