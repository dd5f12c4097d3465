Feature: Who may answer a challenge

  @UIA-22
  Rule: Only the owner of the access token may authenticate

    Scenario Outline: Nobody else's password authorises <operation>
      Given Alice is logged in on "PHONE" and "LAPTOP"
      And Bob has an account
      And Carol has an account
      And Carol calls deactivateAccount and authenticates
      When <operation> is called and its stage "m.login.password" answered in each way:
        | way                               | identifier.user                       | password         |
        | as another user                   | {Bob.user_id}                         | {Bob.password}   |
        | as another user, by the localpart | {Bob.localpart}                       | {Bob.password}   |
        | as a deactivated user             | {Carol.user_id}                       | {Carol.password} |
        | as a user who does not exist      | {fresh.username}                      | {fresh.password} |
        | as nobody, by a whole user id     | @{fresh.username}:{Alice.server_name} | {fresh.password} |
        | as a user of another server       | @{Bob.localpart}:example.org          | {Bob.password}   |
        | with an empty name                | ""                                    | {fresh.password} |
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

    @needs-email-sink
    Scenario: Another user's password does not add an address
      Given Alice has an account
      And Bob has an account
      And Alice asks for a message to add "{Alice.email}"
      And Alice confirms the message to "{Alice.email}"
      When Alice calls add3PID with that validation
      And Alice answers the stage "m.login.password" with Bob's credentials
      Then the response is 4xx
      And Alice has no third-party identifiers

    @needs-email-sink
    Scenario Outline: No other identifier authorises <operation>
      Given Alice is logged in on "PHONE" and "LAPTOP"
      And Bob has an account
      And Alice has the email address "{Alice.email}"
      And Bob has the email address "{Bob.email}"
      When <operation> is called and its stage "m.login.password" answered in each way:
        | way                                           | identifier.type | identifier.medium | identifier.address | password         |
        | the caller's address and a wrong password     | m.id.thirdparty | email             | {Alice.email}      | {fresh.password} |
        | another user's address and password           | m.id.thirdparty | email             | {Bob.email}        | {Bob.password}   |
        | another user's address, the caller's password | m.id.thirdparty | email             | {Bob.email}        | {Alice.password} |
        | nobody's address and the caller's password    | m.id.thirdparty | email             | {fresh.email}      | {Alice.password} |
        | nobody's number and the caller's password     | m.id.thirdparty | msisdn            | {fresh.phone}      | {Alice.password} |
      Then each response is 4xx
      And Alice's account is as it was
      And Bob's account is as it was

      Examples:
        | operation         |
        | deleteDevice      |
        | deleteDevices     |
        | changePassword    |
        | deactivateAccount |

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
