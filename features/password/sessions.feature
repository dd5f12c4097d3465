Feature: What a change of password does to sessions

  @PWD-04
  Rule: The access token that made the change should stay valid

    Scenario: The session that makes the change goes on
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "LAPTOP" changes her password
      Then the response is 200
      When Alice on "LAPTOP" calls getTokenOwner
      Then the response is 200
      And the response member device_id is "LAPTOP"

    Scenario Outline: The session that makes the change goes on with logout_devices <value>
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "LAPTOP" changes her password with logout_devices <value>
      Then the response is 200
      When Alice on "LAPTOP" calls getTokenOwner
      Then the response is 200
      And the response member device_id is "LAPTOP"

      Examples:
        | value |
        | true  |
        | false |

  @PWD-05
  Rule: A change revokes all other access tokens and their devices for good, unless logout_devices is false

    Scenario Outline: A change of password ends <session> for good by default
      Given Alice has <session> on "LAPTOP" and another session on "PHONE"
      And Alice on "PHONE" changes her password
      Then Alice's session on "LAPTOP" has ended for good

      Examples: every kind of session of a person with a password

    Scenario: Other sessions end for good with logout_devices true
      Given Alice is logged in on "PHONE", "LAPTOP" and "TABLET"
      When Alice on "PHONE" changes her password with logout_devices true
      Then the response is 200
      And Alice's session on "LAPTOP" has ended for good
      And Alice's session on "TABLET" has ended for good

    Scenario: Other devices are removed by default
      Given Alice is logged in on "PHONE", "LAPTOP" and "TABLET"
      When Alice on "PHONE" changes her password
      Then the response is 200
      And Alice's devices are "PHONE"

    Scenario: Other devices are removed with logout_devices true
      Given Alice is logged in on "PHONE", "LAPTOP" and "TABLET"
      When Alice on "PHONE" changes her password with logout_devices true
      Then the response is 200
      And Alice's devices are "PHONE"

    Scenario Outline: A change of password ends the refresh tokens of <session>
      Given Alice has <session> on "LAPTOP" and another session on "PHONE"
      And Alice on "PHONE" changes her password
      Then Alice's refresh tokens on "LAPTOP" are refused

      Examples: every kind of session with a refresh token

    Scenario: Sessions of other users go on
      Given Alice has an account
      And Bob has an account
      When Alice changes her password
      Then the response is 200
      And Bob's session on "PHONE" goes on

  @PWD-06
  Rule: With logout_devices false, other sessions go on, or are at most logged out softly

    Scenario: With logout_devices false other sessions go on, or are logged out softly
      Given Alice is logged in on "PHONE", "LAPTOP" and "TABLET"
      When Alice on "PHONE" changes her password with logout_devices false
      Then the response is 200
      When Alice on "LAPTOP" calls getTokenOwner
      Then the response is 200 or 401 M_UNKNOWN_TOKEN
      And a refusal is a soft logout
      When Alice on "TABLET" calls getTokenOwner
      Then the response is 200 or 401 M_UNKNOWN_TOKEN
      And a refusal is a soft logout

    Scenario: With logout_devices false other devices stay
      Given Alice is logged in on "PHONE", "LAPTOP" and "TABLET"
      When Alice on "PHONE" changes her password with logout_devices false
      Then the response is 200
      And Alice's devices are "PHONE", "LAPTOP" and "TABLET"

  @PWD-12
  Rule: Sessions that a change ends lose their pushers; sessions that go on keep them

    Scenario: A session that the change ends loses its pusher
      Given Alice is logged in on "PHONE" and "LAPTOP"
      And Alice has a pusher on "LAPTOP"
      When Alice on "PHONE" changes her password
      Then the response is 200
      When Alice on "PHONE" calls getPushers
      Then the response is 200
      And the response has no pushers.0

    Scenario: A session that the change leaves alone keeps its pusher
      Given Alice is logged in on "PHONE" and "LAPTOP"
      And Alice has a pusher on "LAPTOP"
      When Alice on "PHONE" changes her password with logout_devices false
      Then the response is 200
      When Alice on "PHONE" calls getPushers
      Then the response is 200
      And the response member pushers.0.pushkey is "{pushkey}"

    Scenario: The session that makes the change keeps its pusher
      Given Alice is logged in on "PHONE" and "LAPTOP"
      And Alice has a pusher on "LAPTOP"
      When Alice on "LAPTOP" changes her password
      Then the response is 200
      When Alice on "LAPTOP" calls getPushers
      Then the response is 200
      And the response member pushers.0.pushkey is "{pushkey}"
