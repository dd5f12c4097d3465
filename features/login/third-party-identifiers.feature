Feature: Login by a third-party identifier

  @LOG-33 @needs-email-sink
  Scenario: An email address of the account names the user
    Given Alice is logged in on "PHONE"
    And Alice has the identifier "{Alice.email}"
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.thirdparty", "medium": "email", "address": "{Alice.email}"} and password "{Alice.password}"
    Then the response is 200
    And the response member user_id is "{Alice.user_id}"

  @LOG-28 @needs-email-sink
  Scenario: The deprecated members medium and address name the user
    Given Alice is logged in on "PHONE"
    And Alice has the identifier "{Alice.email}"
    When an anonymous client calls: login with type "m.login.password" and medium "email" and address "{Alice.email}" and password "{Alice.password}"
    Then the response is 200
    And the response member user_id is "{Alice.user_id}"

  @LOG-21 @needs-email-sink
  Scenario: A wrong password is refused, whatever names the user
    Given Alice is logged in on "PHONE"
    And Alice has the identifier "{Alice.email}"
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.thirdparty", "medium": "email", "address": "{Alice.email}"} and password "{fresh.password}"
    Then the response is 403 M_FORBIDDEN

  @LOG-33 @needs-sms-sink
  Scenario: A telephone number of the account names the user
    Given Alice is logged in on "PHONE"
    And Alice has the identifier "{Alice.phone}"
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.thirdparty", "medium": "msisdn", "address": "{Alice.phone}"} and password "{Alice.password}"
    Then the response is 200
    And the response member user_id is "{Alice.user_id}"

  @LOG-34
  Scenario: A telephone number as it is dialled names the user
    Given Alice is logged in on "PHONE"
    And Alice has the identifier "{Alice.phone}"
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.phone", "country": "FR", "phone": "{Alice.phone.national}"} and password "{Alice.password}"
    Then the response is 200
    And the response member user_id is "{Alice.user_id}"

  @LOG-25 @needs-email-sink
  Scenario: The address of a deactivated account names nobody
    Given Alice is logged in on "PHONE"
    And Alice has the identifier "{Alice.email}"
    And Alice calls: deactivateAccount and authenticates
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.thirdparty", "medium": "email", "address": "{Alice.email}"} and password "{Alice.password}"
    Then the response is 403
