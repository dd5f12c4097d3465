Feature: What a session of user-interactive authentication authorises

  @UIA-17
  Rule: A session that the server never issued does not authenticate

    Scenario: A made-up session registers nobody
      When somebody calls register with:
        | username     | {fresh.username} |
        | password     | {fresh.password} |
        | auth.type    | m.login.dummy    |
        | auth.session | made-up          |
      Then the response is 4xx
      And the user name "{fresh.username}" is free

    Scenario: A made-up session deletes no device
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "PHONE" calls deleteDevice with:
        | deviceId     | LAPTOP  |
        | auth.session | made-up |
      Then the response is 4xx
      And Alice's devices are "PHONE" and "LAPTOP"

  @UIA-19
  Rule: A session that was begun on one endpoint should not authorise another

    Scenario: The finished session of a deletion changes no password
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "PHONE" calls deleteDevice for "LAPTOP"
      And Alice completes a flow
      Then the response is 200
      When Alice on "PHONE" calls changePassword with:
        | new_password | {fresh.password} |
        | auth.session | {session}        |
      Then the response is 4xx
      And Alice's devices are "PHONE"
      And Alice can log in with the password "{Alice.first_password}"

    Scenario: The finished session of a deletion deactivates no account
      Given Alice is logged in on "PHONE" and "LAPTOP"
      When Alice on "PHONE" calls deleteDevice for "LAPTOP"
      And Alice completes a flow
      Then the response is 200
      When Alice on "PHONE" calls deactivateAccount with:
        | auth.session | {session} |
      Then the response is 4xx
      And Alice's session on "PHONE" goes on
      And Alice can log in

  # The stage was completed on its page and the call is still to come: the session alone carries the
  # authentication.
  @UIA-20
  Rule: A session should not authorise other parameters than those that it was begun with

    @needs-sso-idp
    Scenario: A session that was begun to delete one device does not delete another
      Given Alice logs in by single sign-on on "PHONE"
      And Alice logs in by single sign-on on "LAPTOP"
      And Alice logs in by single sign-on on "TABLET"
      When Alice on "PHONE" calls deleteDevice for "LAPTOP"
      And Alice completes the stage "m.login.sso" on its page
      And Alice on "PHONE" calls deleteDevice with:
        | deviceId     | TABLET    |
        | auth.session | {session} |
      Then the response is 4xx
      And Alice's devices are "PHONE", "LAPTOP" and "TABLET"

    @needs-sso-idp
    Scenario: A session that was begun with one list of devices does not delete another list
      Given Alice logs in by single sign-on on "PHONE"
      And Alice logs in by single sign-on on "LAPTOP"
      And Alice logs in by single sign-on on "TABLET"
      When Alice on "PHONE" calls deleteDevices with:
        | devices | ["LAPTOP"] |
      And Alice completes the stage "m.login.sso" on its page
      And Alice on "PHONE" calls deleteDevices with:
        | devices      | ["TABLET"] |
        | auth.session | {session}  |
      Then the response is 4xx
      And Alice's devices are "PHONE", "LAPTOP" and "TABLET"

  @UIA-21
  Rule: A finished session does not authorise a second operation

    @needs-password-login
    Scenario: A finished session does not delete another device
      Given Alice is logged in on "PHONE", "LAPTOP" and "TABLET"
      When Alice on "PHONE" calls deleteDevice for "LAPTOP"
      And Alice completes a flow
      Then the response is 200
      When Alice on "PHONE" calls deleteDevice with:
        | deviceId     | TABLET    |
        | auth.session | {session} |
      Then the response is 4xx
      And Alice's devices are "PHONE" and "TABLET"

    @needs-password-login
    Scenario: A finished session does not delete another list of devices
      Given Alice is logged in on "PHONE", "LAPTOP" and "TABLET"
      When Alice on "PHONE" calls deleteDevices with:
        | devices | ["LAPTOP"] |
      And Alice completes a flow
      Then the response is 200
      When Alice on "PHONE" calls deleteDevices with:
        | devices      | ["TABLET"] |
        | auth.session | {session}  |
      Then the response is 4xx
      And Alice's devices are "PHONE" and "TABLET"

  @UIA-14
  Rule: A completed stage that is repeated gives 401 with the completed stages, or the result if all are completed, and never fails

    @needs-open-registration
    Scenario: A registration without a name is repeated in its finished session
      When somebody calls register with password "{fresh.password}"
      And somebody completes a flow
      Then the response is 200
      And the response member user_id is remembered as "first"
      When somebody polls the session
      Then the response is 200 or a UIA challenge
      And the response member user_id is "{first}", if present

    @needs-open-registration
    Scenario: A registration with a name is repeated in its finished session
      When somebody begins a registration
      And somebody completes a flow
      Then the response is 200
      And the response member user_id is remembered as "first"
      When somebody polls the session
      Then the response is 200 or 400 M_USER_IN_USE or a UIA challenge
      And the response member user_id is "{first}", if present
