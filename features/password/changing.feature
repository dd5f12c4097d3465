Feature: Changing the password

  @PWD-02
  Scenario Outline: Without authentication <what> is challenged
    Given Alice is logged in on "PHONE"
    When Alice calls: <call>
    Then the response is a UIA challenge
    And Alice can log in

    Examples:
      | what                          | call                                                                         |
      | a change                      | changePassword with new_password "{fresh.password}"                          |
      | a change that logs nobody out | changePassword with new_password "{fresh.password}" and logout_devices false |

  @PWD-01
  Scenario: With authentication the change is done
    Given Alice is logged in on "PHONE"
    When Alice calls: changePassword with new_password "{fresh.password}" and authenticates
    Then the response is 200
    And the response member . is an object

  @PWD-03
  Scenario Outline: <what> logs in after the change
    Given Alice is logged in on "PHONE"
    When Alice calls: changePassword with new_password "<password>" and authenticates
    Then the response is 200
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "{Alice.user_id}"} and password "<password>"
    Then the response is 200
    And the response member user_id is "{Alice.user_id}"

    Examples:
      | what                         | password                  |
      | The new password             | {fresh.password}          |
      | A new password outside ASCII | {fresh.password}ÄñЖ漢字🔑 |

  @PWD-03
  Scenario: The old password does not log in after the change
    Given Alice is logged in on "PHONE"
    When Alice calls: changePassword with new_password "{fresh.password}" and authenticates
    Then the response is 200
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "{Alice.user_id}"} and password "{Alice.first_password}"
    Then the response is 403 M_FORBIDDEN

  @PWD-03
  Scenario: The new password authenticates the next change
    Given Alice is logged in on "PHONE"
    And Alice calls: changePassword with new_password "{fresh.password}" and authenticates
    When Alice calls: changePassword with new_password "{fresh.password.next}" and authenticates
    Then the response is 200
    And Alice can log in

  @PWD-03
  Scenario: Another person's password stays as it was
    Given Alice is logged in on "PHONE"
    And Bob is logged in on "DESKTOP"
    When Alice calls: changePassword with new_password "{fresh.password}" and authenticates
    Then the response is 200
    And Bob can log in

  @PWD-10
  Scenario Outline: A request <what> is refused and changes nothing
    Given Alice is logged in on "PHONE"
    When Alice calls: changePassword and authenticates, with the body:
      """
      <body>
      """
    Then the response is 4xx
    And Alice can log in

    Examples:
      | what                                | body                      |
      | without a new password              | {}                        |
      | with no more than logout_devices    | {"logout_devices": false} |
      | with null as the new password       | {"new_password": null}    |

  @PWD-11
  Scenario: A weak new password is taken, or refused as such
    Given Alice is logged in on "PHONE"
    When Alice calls: changePassword with new_password "a" and authenticates
    Then the response is 200 or 4xx M_WEAK_PASSWORD

  @PWD-11 @needs-open-registration
  Scenario: A weak password at registration is taken, or refused as such
    When an anonymous client calls: register with username "{fresh.username}" and password "a" and authenticates
    Then the response is 200 or 4xx M_WEAK_PASSWORD
