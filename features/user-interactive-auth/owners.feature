Feature: Who may answer a challenge

  @UIA-22
  Rule: Only the owner of the access token may authenticate

    Scenario Outline: Nobody else's password authorises <operation>
      Given Alice is logged in on "PHONE" and "LAPTOP"
      And Bob has an account
      And Carol has an account
      And Carol calls deactivateAccount and authenticates
      When <operation> is called and its stage "m.login.password" answered in each way:
        | way                               | identifier.user  | password         |
        | as another user                   | {Bob.user_id}    | {Bob.password}   |
        | as another user, by the localpart | {Bob.localpart}  | {Bob.password}   |
        | as a deactivated user             | {Carol.user_id}  | {Carol.password} |
        | as a user who does not exist      | {fresh.username} | {fresh.password} |
      Then each response is 4xx
      And Alice's account is as it was
      And Bob's account is as it was

      Examples: every operation with user-interactive authentication of its caller

    Scenario Outline: The caller's password authorises nobody else's <operation>
      Given Alice is logged in on "PHONE" and "LAPTOP"
      And Bob has an account
      When <operation> is called and its stage "m.login.password" answered in each way:
        | way                                            | identifier.user  | password         |
        | another user's id and the caller's password    | {Bob.user_id}    | {Alice.password} |
        | an unknown user's id and the caller's password | {fresh.username} | {Alice.password} |
        | the caller's id and another user's password    | {Alice.user_id}  | {Bob.password}   |
      Then each response is 4xx
      And Alice's account is as it was
      And Bob's account is as it was

      Examples: every operation with user-interactive authentication of its caller

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
