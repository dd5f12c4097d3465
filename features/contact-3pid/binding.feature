Feature: Identifiers that are bound at an identity server

  @TPI-13
  Scenario: A binding is passed on to the identity server
    Given Alice is logged in on "PHONE"
    When Alice calls: bind3PID with id_server "{identity_server}" and id_access_token "{Alice.identity_token}" and sid "{Alice.identity_sid}" and client_secret "{Alice.identity_secret}"
    Then the response is 200
    And 1 message has been sent to "{identity_server}/3pid/bind for {Alice.user_id}"

  @TPI-14
  Scenario: What another user has bound can be bound
    Given Alice is logged in on "PHONE"
    And Bob is logged in on "DESKTOP"
    And Bob calls: bind3PID with id_server "{identity_server}" and id_access_token "{Bob.identity_token}" and sid "{Alice.identity_sid}" and client_secret "{Alice.identity_secret}"
    When Alice calls: bind3PID with id_server "{identity_server}" and id_access_token "{Alice.identity_token}" and sid "{Alice.identity_sid}" and client_secret "{Alice.identity_secret}"
    Then the response is 200

  @TPI-14
  Scenario: An error of the identity server is passed on
    Given Alice is logged in on "PHONE"
    When Alice calls: bind3PID with id_server "{identity_server}" and id_access_token "{Alice.identity_token}" and sid "made-up-id" and client_secret "{fresh.client_secret}"
    Then the response is 404 M_NO_VALID_SESSION

  @TPI-15
  Scenario: A binding asks for no authentication and adds nothing to the account
    Given Alice is logged in on "PHONE"
    When Alice calls: bind3PID with id_server "{identity_server}" and id_access_token "{Alice.identity_token}" and sid "{Alice.identity_sid}" and client_secret "{Alice.identity_secret}"
    Then the response is 200
    And the response member flows is absent
    When Alice calls: getAccount3PIDs
    Then the response is 200
    And the response member threepids.0 is absent

  @TPI-19
  Scenario: An unbinding tells whether the identifier was unbound
    Given Alice is logged in on "PHONE"
    And Alice calls: bind3PID with id_server "{identity_server}" and id_access_token "{Alice.identity_token}" and sid "{Alice.identity_sid}" and client_secret "{Alice.identity_secret}"
    When Alice calls: unbind3pidFromAccount with medium "email" and address "{Alice.email}"
    Then the response is 200
    And the response member id_server_unbind_result is "success" or "no-support"

  @TPI-20
  Scenario: What is unbound stays on the account
    Given Alice is logged in on "PHONE"
    And Alice has the identifier "{Alice.email}"
    And Alice calls: bind3PID with id_server "{identity_server}" and id_access_token "{Alice.identity_token}" and sid "{Alice.identity_sid}" and client_secret "{Alice.identity_secret}"
    When Alice calls: unbind3pidFromAccount with medium "email" and address "{Alice.email}"
    Then the response is 200
    When Alice calls: getAccount3PIDs
    Then the response is 200
    And the response member threepids.0.address is "{Alice.email}"

  @TPI-21
  Scenario: What was never bound is not said to be unbound
    Given Alice is logged in on "PHONE"
    And Alice has the identifier "{Alice.email}"
    When Alice calls: unbind3pidFromAccount with medium "email" and address "{Alice.email}"
    Then the response is 200
    And the response member id_server_unbind_result is "no-support"

  @TPI-21 @needs-identity-server-stub
  Scenario: What was bound is unbound at the same server
    Given Alice is logged in on "PHONE"
    And Alice calls: bind3PID with id_server "{identity_server}" and id_access_token "{Alice.identity_token}" and sid "{Alice.identity_sid}" and client_secret "{Alice.identity_secret}"
    When Alice calls: unbind3pidFromAccount with medium "email" and address "{Alice.email}"
    Then the response is 200
    And the response member id_server_unbind_result is "success"
    And 1 message has been sent to "{identity_server}/3pid/unbind for {Alice.user_id}"

  @TPI-22
  Scenario: An unbinding is signed by the homeserver and needs no token of the identity server
    Given Alice is logged in on "PHONE"
    And Alice calls: bind3PID with id_server "{identity_server}" and id_access_token "{Alice.identity_token}" and sid "{Alice.identity_sid}" and client_secret "{Alice.identity_secret}"
    When Alice calls: unbind3pidFromAccount with medium "email" and address "{Alice.email}" and id_server "{identity_server}"
    Then the response is 200
    And 1 message has been sent to "{identity_server}/3pid/unbind for {Alice.user_id}"
