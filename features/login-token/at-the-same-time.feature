Feature: Login tokens that are asked for, or used, at the same time

  @LGT-03
  Rule: Each login token needs authentication of its own, even right after another success

    # The second request may get the result of the first one, or a 401; another token would need
    # another authentication.
    Scenario: A session that is completed twice at the same time gives one login token
      When a request for a login token is completed twice in its session at the same time, ten times
      Then those that succeeded give the same login_token each time

  @LGT-04
  Rule: A generated login token works for one login only

    Scenario: Of two clients that log in with one login token at the same time, one is let in
      When two clients log in with the same login token at the same time, ten times
      Then at most one of the two succeeded each time
