Feature: Who may answer a challenge

  @UIA-22
  Rule: Only the owner of the access token may authenticate

    Scenario Outline: Another user's password does not authorise <operation>
      Given Alice is logged in on "PHONE" and "LAPTOP"
      And Bob has an account
      When <operation> is called
      And Alice answers the stage "m.login.password" with Bob's credentials
      Then the response is 4xx
      And Alice's devices are "PHONE" and "LAPTOP"
      And Alice can log in
      And Bob can log in

      Examples:
        | operation         |
        | deleteDevice      |
        | deleteDevices     |
        | changePassword    |
        | deactivateAccount |
        | add3PID           |

      @needs-login-token
      Examples:
        | operation          |
        | generateLoginToken |

    @needs-e2ee-keys
    Scenario: Another user's password does not authorise a new cross-signing key
      Given Alice has an account
      And Alice has a cross-signing key
      And Bob has an account
      When Alice uploads a new cross-signing key
      And Alice answers the stage "m.login.password" with Bob's credentials
      Then the response is 4xx

    Scenario: A session that one user has finished does not authorise another user
      Given Alice is logged in on "PHONE" and "LAPTOP"
      And Bob is logged in on "DESKTOP" and "LAPTOP"
      When Alice on "PHONE" calls deleteDevice for "LAPTOP"
      And Alice completes a flow
      Then the response is 200
      When Bob on "DESKTOP" calls deleteDevice with:
        | deviceId     | LAPTOP    |
        | auth.session | {session} |
      Then the response is 4xx
      And Bob's devices are "DESKTOP" and "LAPTOP"
