Feature: The page on which to log in

  @LOG-30
  Scenario: There is a page on which to log in
    When an anonymous client calls: GET /_matrix/static/client/login/
    Then the response is 200
    And the response header Content-Type is a string like /text\/html\b.*/

  @LOG-31
  Scenario: The page hands the answer of the login to the client
    Given Alice is logged in on "PHONE"
    When Alice calls: GET /_matrix/static/client/login/ and logs in there
    Then the response has:
      | member       | value             |
      | user_id      | "{Alice.user_id}" |
      | access_token | a string          |
      | device_id    | a string          |
    And the response member access_token is remembered as "new"
    When Alice with the access token "{new}" calls: getTokenOwner
    Then the response is 200
    And the response member user_id is "{Alice.user_id}"

  @LOG-32
  Scenario: The page logs in on the device of its query
    Given Alice is logged in on "PHONE"
    When Alice calls: GET /_matrix/static/client/login/?device_id=LAPTOP&initial_device_display_name=Work%20laptop and logs in there
    Then the response member device_id is "LAPTOP"
    And Alice's devices are named:
      | device | name        |
      | LAPTOP | Work laptop |
