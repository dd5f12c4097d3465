Feature: Login by single sign-on

  @SSO-01
  Scenario: The browser is sent to the provider
    When an anonymous client calls: redirectToSSO with redirectUrl "https://client.example.org/callback"
    Then the response is 302 or 200

  @SSO-02
  Scenario: Without a URL to return to nobody is sent to the provider
    When an anonymous client calls: redirectToSSO with no body
    Then the response is 4xx

  @SSO-03
  Scenario: The browser is sent to the provider that the client has chosen
    When an anonymous client calls: getLoginFlows
    Then the response is 200
    Given the response member flows[*].identity_providers?[*].id is remembered as "provider"
    When an anonymous client calls: redirectToIdP with idpId "{provider}" and redirectUrl "https://client.example.org/callback"
    Then the response is 302
    And the response header Location is a string beginning with "http"

  @SSO-04
  Scenario: A provider that does not exist is not found
    When an anonymous client calls: redirectToIdP with idpId "org.example.unheard_of" and redirectUrl "https://client.example.org/callback"
    Then the response is 404

  @SSO-06
  Scenario: The browser comes back with a login token
    When Alice passes single sign-on and returns to "https://client.example.org/callback"
    And an anonymous client calls: login with type "m.login.token" and token "{login_token}"
    Then the response is 200

  @SSO-07
  Scenario: The other parameters of the URL are kept, and old login tokens dropped
    When Alice passes single sign-on and returns to "https://client.example.org/callback?state=a%26b&loginToken=old"
    And an anonymous client calls: login with type "m.login.token" and token "{login_token}"
    Then the response is 200

  @SSO-08
  Scenario: The login token logs its user in
    When Alice logs in by single sign-on on "PHONE"
    Then the response is 200
    When Alice on "PHONE" calls: getTokenOwner
    Then the response is 200
    And the response has:
      | member    | value             |
      | user_id   | "{Alice.user_id}" |
      | device_id | "PHONE"           |

  @SSO-10
  Scenario: The provider's identity is the same user each time
    Given Alice logs in by single sign-on on "PHONE"
    When Alice logs in by single sign-on on "LAPTOP"
    Then the response is 200
    And the response member user_id is "{Alice.user_id}"
    And Alice's devices are "PHONE" and "LAPTOP"

  @SSO-11
  Scenario: Who is new gets an account
    When Alice logs in by single sign-on on "PHONE"
    Then the response is 200
    And the response member user_id is a string

  @SSO-14
  Scenario: The page of the stage leads to the provider
    Given Alice logs in by single sign-on on "PHONE"
    And Alice logs in by single sign-on on "LAPTOP"
    When Alice on "PHONE" calls: deleteDevice with deviceId "LAPTOP"
    Then the response is a UIA challenge
    When Alice on "PHONE" completes the stage "m.login.sso" on its fallback page
    Then the fallback page says that the stage is done

  @SSO-15
  Scenario: After the provider the browser gets the page that ends the stage
    Given Alice logs in by single sign-on on "PHONE"
    And Alice logs in by single sign-on on "LAPTOP"
    When Alice on "PHONE" calls: deleteDevice with deviceId "LAPTOP"
    Then the response is a UIA challenge
    When Alice on "PHONE" completes the stage "m.login.sso" on its fallback page
    Then the fallback page says that the stage is done
