Feature: Identifiers that an account no longer has

  @TPI-16
  Scenario: A deletion tells whether the identifier was unbound
    Given Alice is logged in on "PHONE"
    And Alice has the identifier "{Alice.email}"
    When Alice calls: delete3pidFromAccount with medium "email" and address "{Alice.email}"
    Then the response is 200
    And the response member id_server_unbind_result is "success" or "no-support"

  @TPI-17
  Scenario: A deleted identifier is not listed and logs nobody in
    Given Alice is logged in on "PHONE"
    And Alice has the identifier "{Alice.email}"
    When Alice calls: delete3pidFromAccount with medium "email" and address "{Alice.email}"
    Then the response is 200
    When Alice calls: getAccount3PIDs
    Then the response is 200
    And the response member threepids[*].address is a string other than "{Alice.email}"
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.thirdparty", "medium": "email", "address": "{Alice.email}"} and password "{Alice.password}"
    Then the response is 4xx

  @TPI-18
  Scenario: What was never bound is not said to be unbound when it is deleted
    Given Alice is logged in on "PHONE"
    And Alice has the identifier "{Alice.email}"
    When Alice calls: delete3pidFromAccount with medium "email" and address "{Alice.email}"
    Then the response is 200
    And the response member id_server_unbind_result is "no-support"

  @TPI-18
  Scenario: What was bound is unbound at the same server when it is deleted
    Given Alice is logged in on "PHONE"
    And Alice has the identifier "{Alice.email}"
    And Alice calls: bind3PID with id_server "{identity_server}" and id_access_token "{Alice.identity_token}" and sid "{Alice.identity_sid}" and client_secret "{Alice.identity_secret}"
    When Alice calls: delete3pidFromAccount with medium "email" and address "{Alice.email}"
    Then the response is 200
    And 1 message has been sent to "{identity_server}/3pid/unbind for {Alice.user_id}"
    And the response member id_server_unbind_result is "success"

  @TPI-18
  Scenario: What was bound is unbound at the server that the deletion names
    Given Alice is logged in on "PHONE"
    And Alice has the identifier "{Alice.email}"
    And Alice calls: bind3PID with id_server "{identity_server}" and id_access_token "{Alice.identity_token}" and sid "{Alice.identity_sid}" and client_secret "{Alice.identity_secret}"
    When Alice calls: delete3pidFromAccount with medium "email" and address "{Alice.email}" and id_server "{identity_server}"
    Then the response is 200
    And the response member id_server_unbind_result is "success"
    And 1 message has been sent to "{identity_server}/3pid/unbind for {Alice.user_id}"

  @TPI-23
  Scenario Outline: <operation> without <what> is refused
    Given Alice is logged in on "PHONE"
    When Alice calls: <operation>, with the body:
      """
      <body>
      """
    Then the response is 400

    Examples:
      | operation             | what            | body                                                                                      |
      | bind3PID              | client_secret   | {"id_server": "id.example.org", "id_access_token": "made-up", "sid": "made-up"}           |
      | bind3PID              | id_server       | {"client_secret": "made-up", "id_access_token": "made-up", "sid": "made-up"}              |
      | bind3PID              | id_access_token | {"client_secret": "made-up", "id_server": "id.example.org", "sid": "made-up"}             |
      | bind3PID              | sid             | {"client_secret": "made-up", "id_server": "id.example.org", "id_access_token": "made-up"} |
      | delete3pidFromAccount | medium          | {"address": "alice@example.org"}                                                          |
      | delete3pidFromAccount | address         | {"medium": "email"}                                                                       |
      | unbind3pidFromAccount | medium          | {"address": "alice@example.org"}                                                          |
      | unbind3pidFromAccount | address         | {"medium": "email"}                                                                       |
