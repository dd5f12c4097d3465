Feature: Login by single sign-on

  @SSO-01
  Rule: GET /login/sso/redirect redirects to the provider with 302, or gives a page to choose one

    Scenario: The browser is sent to the provider
      When somebody calls redirectToSSO with redirectUrl "https://client.example.org/callback"
      Then the response is 302 or 200

  @SSO-02
  Rule: A redirect to the provider without redirectUrl is refused

    Scenario: Without a URL to return to, nobody is sent to the provider
      When redirectToSSO is called without its redirectUrl
      Then the response is 4xx

  @SSO-03
  Rule: GET /login/sso/redirect/{idpId} redirects with 302 to that very provider

    Scenario: The browser is sent to the provider that the client has chosen
      Given the server lists identity providers
      When somebody calls redirectToIdP with:
        | idpId       | {provider}                          |
        | redirectUrl | https://client.example.org/callback |
      Then the response is 302
      And the response header Location is a string beginning with "http"

  @SSO-04
  Rule: An unknown provider id gives 404

    Scenario: A provider that does not exist is not found
      When somebody calls redirectToIdP with:
        | idpId       | org.example.unheard_of              |
        | redirectUrl | https://client.example.org/callback |
      Then the response is 404

  @SSO-06
  Rule: After the login at the provider, the browser is sent to redirectUrl with a loginToken

    Scenario: The browser comes back with a login token
      When Alice passes single sign-on and returns to "https://client.example.org/callback"
      And somebody calls login with type "m.login.token" and token "{login_token}"
      Then the response is 200

  # The step that passes single sign-on fails if the URL has lost a parameter, or has two login
  # tokens.
  @SSO-07
  Rule: Other parameters of redirectUrl should be kept, and a loginToken already there dropped

    Scenario: The client's own parameter is kept, and an old login token dropped
      When Alice passes single sign-on and returns to "https://client.example.org/?a=b%26c&loginToken=old"
      And somebody calls login with type "m.login.token" and token "{login_token}"
      Then the response is 200

  @SSO-08
  Rule: The loginToken logs in through POST /login, as m.login.token

    Scenario: The login token logs its user in
      When Alice logs in by single sign-on on "PHONE"
      Then the response is 200
      When Alice on "PHONE" calls getTokenOwner
      Then the response is 200
      And the response has:
        | user_id   | "{Alice.user_id}" |
        | device_id | "PHONE"           |

  @SSO-10
  Rule: An identity at the provider is mapped to a valid user id, the same each time

    Scenario: Two logins of the same identity are the same user's
      Given Alice logs in by single sign-on on "PHONE"
      When Alice logs in by single sign-on on "LAPTOP"
      Then the response is 200
      And the response member user_id is "{Alice.user_id}"
      And Alice's devices are "PHONE" and "LAPTOP"

  @SSO-11
  Rule: An identity that is seen for the first time should be registered as a new user

    Scenario: Somebody who is new gets an account
      When Alice logs in by single sign-on on "PHONE"
      Then the response is 200
      And the response member user_id is a string

  @SSO-14
  Rule: The fallback page of m.login.sso should lead to the provider

    Scenario: The page of the stage leads to the provider
      Given Alice logs in by single sign-on on "PHONE"
      And Alice logs in by single sign-on on "LAPTOP"
      When Alice on "PHONE" calls deleteDevice for "LAPTOP"
      Then the response is a UIA challenge
      When Alice completes the stage "m.login.sso" on its page
      Then the page says that the stage is done

  @SSO-15
  Rule: After the provider, the browser gets the page that completes the stage

    Scenario: The browser comes back from the provider to a page that says so
      Given Alice logs in by single sign-on on "PHONE"
      And Alice logs in by single sign-on on "LAPTOP"
      When Alice on "PHONE" calls deleteDevice for "LAPTOP"
      Then the response is a UIA challenge
      When Alice completes the stage "m.login.sso" on its page
      Then the page says that the stage is done
