Feature: Logging out everywhere

  @LGO-07
  Rule: POST /logout/all gives 200 with a JSON object, without user-interactive authentication

    Scenario: Logging out everywhere gives an object and asks for no further authentication
      Given Alice is logged in on "PHONE"
      When Alice on "PHONE" calls logout_all
      Then the response is 200
      And the response member . is an object
      And the response has no flows

  @LGO-08
  Rule: Logging out everywhere ends every access token of the user, the calling one included

    Scenario: Logging out everywhere ends all sessions
      Given Alice is logged in on "PHONE", "LAPTOP" and "TABLET"
      When Alice on "LAPTOP" calls logout_all
      Then the response is 200
      And Alice's session on "PHONE" has ended
      And Alice's session on "LAPTOP" has ended
      And Alice's session on "TABLET" has ended

    Scenario Outline: Logging out everywhere ends <session>
      Given Alice has <session> on "LAPTOP" and another session on "PHONE"
      And Alice on "PHONE" calls logout_all
      Then Alice's session on "LAPTOP" has ended

      Examples: every kind of session

    Scenario: Logging out everywhere leaves the sessions of other users
      Given Alice is logged in on "PHONE"
      And Bob is logged in on "PHONE"
      When Alice on "PHONE" calls logout_all
      Then the response is 200
      And Bob's session on "PHONE" goes on
      And Alice can log in

  @LGO-09
  Rule: Logging out everywhere deletes all devices of the user

    Scenario: After logging out everywhere a new login finds only its own device
      Given Alice is logged in on "PHONE", "LAPTOP" and "TABLET"
      And Alice on "LAPTOP" calls logout_all
      When Alice logs in with her password on "DESKTOP"
      Then the response is 200
      And Alice's devices are "DESKTOP"

  @LGO-10
  Rule: Logging out everywhere deletes all device keys of the user

    Scenario: The keys of all devices are gone
      Given Alice is logged in on "PHONE" and "LAPTOP"
      And Bob is logged in on "{fresh.device}"
      And Alice has device keys on "PHONE"
      And Alice has device keys on "LAPTOP"
      When Alice on "PHONE" calls logout_all
      Then the response is 200
      And Bob finds no keys of Alice's device "PHONE"
      And Bob finds no keys of Alice's device "LAPTOP"
