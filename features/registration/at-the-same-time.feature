# Two clients that send their decisive requests at the same time, ten times. Each clause below lets
# only one of them have what both ask for; which of the two it is, no clause says.
Feature: Registering at the same time

  @REG-21
  Rule: A username that is taken during authentication gives M_USER_IN_USE, and no second account

    @needs-password-login
    Scenario: Of two clients that register one name at the same time, one gets the account
      When two clients register the same name at the same time, ten times
      Then at most one of the two succeeded each time
      And the password of the one that succeeded logs in each time

  @UIT-14
  Rule: A registration token that is unknown, expired or used up does not complete its stage

    @needs-open-registration
    Scenario: Of two clients that use a token of one use at the same time, one gets an account
      When two clients register with the same token of one use at the same time, ten times
      Then at most one of the two succeeded each time

  # The second request may get the result of the first one, or a 401. Another result is another
  # account, which nobody has authenticated.
  @UIA-21
  Rule: A finished session does not authorise a second operation

    @needs-open-registration
    Scenario: A session that is completed twice at the same time makes one account
      When a registration is completed twice in its session at the same time, ten times
      Then those that succeeded give the same user_id each time
