Feature: Changing the password

  @PWD-02
  Rule: Changing the password needs user-interactive authentication: 401 without it

    Scenario: A change without authentication
      Given Alice has an account
      When Alice calls changePassword with new_password "{fresh.password}"
      Then the response is a UIA challenge
      And Alice's account is as it was

    Scenario: A change without authentication and with logout_devices false
      Given Alice has an account
      When Alice calls changePassword with new_password "{fresh.password}" and logout_devices false
      Then the response is a UIA challenge
      And Alice's account is as it was

  @PWD-01
  Rule: A change with completed user-interactive authentication gives 200 and a JSON object

    Scenario: A change with authentication succeeds
      Given Alice has an account
      When Alice changes her password
      Then the response is 200
      And the response member . is an object

  @PWD-03
  Rule: After a change, the new password logs in and the old one does not

    Scenario Outline: <what> logs in after the change
      Given Alice has an account
      When Alice calls changePassword with new_password "<password>" and authenticates
      Then the response is 200
      When Alice logs in with the password "<password>"
      Then the response is 200
      And the response member user_id is "{Alice.user_id}"

      Examples:
        | what                         | password               |
        | The new password             | {fresh.password}       |
        | A new password outside ASCII | {fresh.password}ÄñЖ漢字🔑 |

    Scenario: The old password does not log in after the change
      Given Alice has an account
      When Alice changes her password
      Then the response is 200
      When Alice logs in with the password "{Alice.first_password}"
      Then the response is 403 M_FORBIDDEN
      And no session has begun

    Scenario: The new password authenticates the next change
      Given Alice has an account
      And Alice changes her password
      When Alice calls changePassword with new_password "{fresh.password.next}" and authenticates
      Then the response is 200
      And Alice can log in

    Scenario: Another user's password stays as it was
      Given Alice has an account
      And Bob has an account
      When Alice changes her password
      Then the response is 200
      And Bob can log in

  @PWD-10
  Rule: A request without new_password is refused and changes nothing

    Scenario Outline: The body <body> changes nothing
      Given Alice has an account
      When Alice calls changePassword and authenticates, with the malformed body:
        """
        <body>
        """
      Then the response is 4xx
      And Alice's account is as it was

      Examples:
        | body                      |
        | {}                        |
        | {"logout_devices": false} |
        | {"new_password": null}    |

  @PWD-11
  Rule: A weak password may be refused with M_WEAK_PASSWORD, at registration as well

    Scenario: A weak new password is accepted, or refused for its weakness
      Given Alice has an account
      When Alice calls changePassword with new_password "a" and authenticates
      Then the response is 200 or 4xx M_WEAK_PASSWORD

    Scenario: A weak new password that is accepted logs in
      Given Alice has an account
      When Alice calls changePassword with new_password "a" and authenticates
      Then the response is 200 or 4xx M_WEAK_PASSWORD
      Given the server has allowed it
      Then Alice can log in with the password "a"

    @needs-open-registration
    Scenario: A weak password at registration is accepted, or refused for its weakness
      When somebody calls register and authenticates, with:
        | username | {fresh.username} |
        | password | a                |
      Then the response is 200 or 4xx M_WEAK_PASSWORD
