Feature: Logins that are refused

  @LOG-18
  Scenario: An unknown type is refused
    When an anonymous client calls: login with type "org.example.none"
    Then the response is 400
    And the response has:
      | member  | value    |
      | errcode | a string |
      | error   | a string |

  @LOG-19
  Scenario: A login without type is refused
    When an anonymous client calls: login with each required member missing
    Then each of the responses is 400

  @LOG-19
  Scenario: Credentials without type are refused
    Given Alice is logged in on "PHONE"
    When an anonymous client calls: login, with the body:
      """
      {"identifier": {"type": "m.id.user", "user": "{Alice.user_id}"}, "password": "{Alice.password}"}
      """
    Then the response is 400

  @LOG-20
  Scenario Outline: <type> is a stage of another API, and no way to log in
    Given Alice is logged in on "PHONE"
    When an anonymous client calls: login with type "<type>" and identifier {"type": "m.id.user", "user": "{Alice.user_id}"} and password "{Alice.password}"
    Then the response is 400

    Examples:
      | type                       |
      | m.login.dummy              |
      | m.login.terms              |
      | m.login.registration_token |

  @LOG-21
  Scenario: A wrong password is refused
    Given Alice is logged in on "PHONE"
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "{Alice.user_id}"} and password "{fresh.password}"
    Then the response is 403 M_FORBIDDEN

  @LOG-21
  Scenario: Another user's password is refused
    Given Alice is logged in on "PHONE"
    And Bob is logged in on "PHONE"
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "{Alice.user_id}"} and password "{Bob.password}"
    Then the response is 403 M_FORBIDDEN

  @LOG-21
  Scenario: A wrong password ends no session
    Given Alice is logged in on "PHONE"
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "{Alice.user_id}"} and password "{fresh.password}" and device_id "PHONE"
    Then the response is 403 M_FORBIDDEN
    When Alice on "PHONE" calls: getTokenOwner
    Then the response is 200

  @LOG-22
  Scenario: A user that does not exist is refused like a wrong password
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "{fresh.username}"} and password "{fresh.password}"
    Then the response is 403 M_FORBIDDEN

  @LOG-23
  Scenario: A deactivated account is refused
    Given Alice is logged in on "PHONE"
    And Alice calls: deactivateAccount and authenticates
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "m.id.user", "user": "{Alice.user_id}"} and password "{Alice.password}"
    Then the response is 403 M_USER_DEACTIVATED or 403 M_FORBIDDEN

  @LOG-25
  Scenario Outline: An unknown third-party identifier is refused: <what>
    When an anonymous client calls: login with type "m.login.password" and identifier <identifier> and password "{fresh.password}"
    Then the response is 403

    Examples:
      | what                  | identifier                                                                       |
      | an address            | {"type": "m.id.thirdparty", "medium": "email", "address": "nobody@example.org"}  |
      | a number in one piece | {"type": "m.id.thirdparty", "medium": "msisdn", "address": "442079460999"}       |
      | a number as dialled   | {"type": "m.id.phone", "country": "GB", "phone": "020 7946 0999"}                |

  @LOG-25
  Scenario: An unknown third-party identifier in the deprecated members is refused
    When an anonymous client calls: login with type "m.login.password" and medium "email" and address "nobody@example.org" and password "{fresh.password}"
    Then the response is 403

  @LOG-29
  Scenario Outline: No challenge answers <what>
    Given Alice is logged in on "PHONE"
    When an anonymous client calls: login, with the body:
      """
      <body>
      """
    Then the response is 4xx
    And the response member flows is absent

    Examples:
      | what             | body                                                                                                                            |
      | nothing          | {}                                                                                                                              |
      | the type alone   | {"type": "m.login.password"}                                                                                                    |
      | a wrong password | {"type": "m.login.password", "identifier": {"type": "m.id.user", "user": "{Alice.user_id}"}, "password": "{fresh.password}"}    |
      | no password      | {"type": "m.login.password", "identifier": {"type": "m.id.user", "user": "{Alice.user_id}"}}                                    |

  @API-12 @needs-password-login
  Scenario Outline: A login by password without <what> is refused
    Given Alice is logged in on "PHONE"
    When an anonymous client calls: login, with the body:
      """
      <body>
      """
    Then the response is 400 M_MISSING_PARAM or 400 M_BAD_JSON or 400 M_INVALID_PARAM or 400 M_UNKNOWN or 403 M_FORBIDDEN

    Examples:
      | what                     | body                                                                                                             |
      | the password             | {"type": "m.login.password", "identifier": {"type": "m.id.user", "user": "{Alice.user_id}"}}                     |
      | the user                 | {"type": "m.login.password", "password": "{Alice.password}"}                                                     |
      | the user in its identifier | {"type": "m.login.password", "identifier": {"type": "m.id.user"}, "password": "{Alice.password}"}              |
      | the address of its medium  | {"type": "m.login.password", "identifier": {"type": "m.id.thirdparty", "medium": "email"}, "password": "{Alice.password}"} |

  @API-13 @needs-password-login
  Scenario: An identifier of an unknown type is refused
    Given Alice is logged in on "PHONE"
    When an anonymous client calls: login with type "m.login.password" and identifier {"type": "org.example.none", "user": "{Alice.user_id}"} and password "{Alice.password}"
    Then the response is 400 M_MISSING_PARAM or 400 M_BAD_JSON or 400 M_INVALID_PARAM or 400 M_UNKNOWN or 403 M_FORBIDDEN
