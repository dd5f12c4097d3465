Feature: Logging out

  @LGO-01
  Rule: POST /logout gives 200 with a JSON object

    Scenario: Logging out gives an object
      Given Alice is logged in on "PHONE"
      When Alice on "PHONE" calls logout
      Then the response is 200
      And the response member . is an object

  @LGO-02
  Rule: Logging out ends the validity of the access token

    Scenario Outline: Logging out ends <session>
      Given Alice has <session> on "PHONE"
      And Alice on "PHONE" calls logout
      Then Alice's session on "PHONE" has ended

      Examples: every kind of session

    Scenario: A second logout with the same token is refused
      Given Alice is logged in on "PHONE"
      And Alice on "PHONE" calls logout
      When Alice on "PHONE" calls logout
      Then the response is 401 M_UNKNOWN_TOKEN

  @LGO-03
  Rule: Logging out deletes the device of the access token

    Scenario: Logging out deletes the device
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "LAPTOP" calls logout
      Then the response is 200
      And Alice's devices are "PHONE"

    Scenario: The id of a device that was logged out can be used again
      Given Alice is logged in on "PHONE"
      And Alice logs in on "LAPTOP" with the name "Old laptop"
      And Alice on "LAPTOP" calls logout
      And Alice is logged in on "LAPTOP"
      When Alice on "LAPTOP" calls getTokenOwner
      Then the response is 200
      And the response member device_id is "LAPTOP"
      And Alice's devices are "PHONE" and "LAPTOP"

  @LGO-04
  Rule: Logging out deletes the device keys of the device

    Scenario: The keys of the device are gone
      Given Alice is logged in on "PHONE"
      And Bob is logged in on "{fresh.device}"
      And Alice has device keys on "PHONE"
      When Alice on "PHONE" calls logout
      Then the response is 200
      And Bob finds no keys of Alice's device "PHONE"

  @LGO-05
  Rule: Logging out leaves the other sessions of the user alive

    Scenario: Logging out leaves the other sessions
      Given Alice is logged in on "PHONE", "LAPTOP" and "TABLET"
      When Alice on "LAPTOP" calls logout
      Then the response is 200
      And Alice's session on "PHONE" goes on
      And Alice's session on "TABLET" goes on

    Scenario: Logging out leaves another user's session on a device of the same id
      Given Alice is logged in on "PHONE"
      And Bob is logged in on "PHONE"
      When Alice on "PHONE" calls logout
      Then the response is 200
      And Bob's session on "PHONE" goes on

  @LGO-06
  Rule: POST /logout and /logout/all work with an entirely empty body

    Scenario Outline: <operation> takes an empty body
      Given Alice is logged in on "PHONE"
      When Alice on "PHONE" calls <operation> without a body
      Then the response is 200

      Examples:
        | operation  |
        | logout     |
        | logout_all |

  @TOK-03
  Rule: An endpoint that needs an access token refuses a request without one: 401 M_MISSING_TOKEN

    Scenario Outline: Without an access token <operation> logs nobody out
      Given Alice is logged in on "PHONE"
      When somebody calls <operation>
      Then the response is 401 M_MISSING_TOKEN
      And Alice's session on "PHONE" goes on

      Examples:
        | operation  |
        | logout     |
        | logout_all |
