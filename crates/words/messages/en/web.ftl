# Staff pages
web-skip = Skip to the content
web-nav = Main navigation
web-nav-banks = The two banks
web-nav-bridge = The bridge
web-nav-results = Results
web-where = Where you are
web-today = Today
web-ledger = Ledger
web-vacancies = Vacancies
web-import = Import
web-bridge = Bridge
web-journal = Journal
web-accounts = Accounts
web-definitions = Definitions
web-search-all = Find a household
web-search-hint = Name, pinyin, initials, number, last four
web-comma = ,{ " " }
web-semicolon = ;{ " " }
web-year = { $what }
web-day = { $day } { $month }
web-month-1 = January
web-month-2 = February
web-month-3 = March
web-month-4 = April
web-month-5 = May
web-month-6 = June
web-month-7 = July
web-month-8 = August
web-month-9 = September
web-month-10 = October
web-month-11 = November
web-month-12 = December
web-weekday-1 = Monday
web-weekday-2 = Tuesday
web-weekday-3 = Wednesday
web-weekday-4 = Thursday
web-weekday-5 = Friday
web-weekday-6 = Saturday
web-weekday-7 = Sunday
web-all = All
web-any = Any
web-none = None
web-unknown = Not known
web-not-asked = Not asked
web-more = { $n } more
web-filter = Filter the list
web-find = Find
web-look-up = Show
web-tabs = Lists at hand
web-chips = Filtered by:
web-chip-remove = remove
web-chips-clear = Remove all
web-chip-search = “{ $what }”
web-chip-capable = { $n } or more able to work
web-chip-pay = { $n } yuan a month or more
web-pager = Pages
web-pager-found = { $from }–{ $to } of { $of }
web-pager-size = per page
web-pager-next = Next page
web-how = Definition
web-how-done = How it is reckoned
web-definition-used = Definitions:
web-place = Place
web-village = Village
web-who = Who
web-role = Role
web-area = Area
web-language = Language
web-label = Labels
web-stage = Clearing stage
web-phone = Phone
web-note = Note
web-contact = Contact
web-all-places = All { $n }
web-unit-households = { "" } households
web-unit-persons = { "" } people
web-unit-seats = { "" } seats
web-households = { $n ->
    [one] 1 household
   *[other] { $n } households
    }
web-household-of = { $what } household

# Log-in
web-login = Log in
web-login-office = County employment office
web-login-name = Account
web-login-password = Password
web-login-help = Forgot the password? Ask your keeper. After 10 wrong attempts there is a pause of 5 minutes.
web-logout = Log out
web-me = My account

# Error page
web-error-what = What happened
web-error-number = Error { $what }
web-error-number-short = Error
web-error-request = Request
web-error-seen = Found
web-error-do = What to do
web-error-ways = Ways on
web-error-back = Back to the page before
web-error-home = Go to Today
web-error-still = Still stuck
web-error-call = Tell your keeper the error and the request number.
q-5001 = This page or record was not found
q-5001-do = Check the address; if you should see it, ask the keeper to check your role and area.
q-5002 = This form did not come from a page of your session, or the page is too old
q-5002-do = Go back to the page, reload it and send it again.
q-5003 = Too many wrong attempts; there is a pause
q-5003-do = Try again in 5 minutes; if you forgot the password, ask your keeper.
q-5004 = The file or form is too large
q-5004-do = A file may have up to 64 MB; import large ledgers township by township.
q-5005 = It took too long
q-5005-do = Try again in a while; if it stays so, tell the keeper.
q-5006 = Something is wrong with the program; it was noted
q-5006-do = Nothing was half written. Try again; if it stays so, tell the keeper the error and request number.
q-5007 = The account or password is not right
q-5007-do = Check capitals and the input method; accounts that were shut cannot log in either.
q-5008 = This log-in link was used or is too old
q-5008-do = A link works once. Starting the demo again prints a new one; or log in with an account.
q-5009 = The form is incomplete, or an entry does not fit
q-5009-do = Go back to the page, complete it and send it again.
q-5010 = This preview of an import is gone
q-5010-do = Choose the file again; only the last few previews are kept, and none over a restart. Nothing was written.

# Today
web-tile-households = Households in the ledger
web-tile-persons = { $n } people
web-tile-capable = Able to work in target households
web-tile-target = { $n } target households
web-tile-employed = In wage work
web-tile-share = { $what } of those able to work
web-tile-zero = Zero-employment households
web-tile-zero-share = { $what } of target households
web-tile-seats = Open seats
web-tile-vacancies = { $n } vacancies
web-board = Clearing board
web-board-note = Derived from spells of work, up to date after each change
web-board-list = List of { $n }
web-stage-note-appeared = Nobody has wage work
web-stage-note-helping = At least one at work within { $n } working days
web-stage-note-cleared = Somebody at work, less than { $of } months
web-stage-note-stable = At work for { $of } months or more
web-stage-note-reopened = Somebody worked; nobody does now
web-day-no = day { $n }
web-days = { $n ->
    [one] 1 day
   *[other] { $n } days
    }
web-months-full = { $n ->
    [one] 1 month
   *[other] { $n } months
    }
web-parts = By place
web-parts-note = In administrative order, no ranking
web-parts-table = Households, people able to work, at work, and zero-employment households by place
web-zero-where = Where zero-employment households are
web-zero-where-note = households
web-zero-where-foot = Bars are scaled to the largest; places are not ranked.
web-todo = To do today
web-todo-note = What the system knows is not asked
web-todo-appeared = { $n ->
    [one] 1 household that newly appeared
   *[other] { $n } households that newly appeared
    }
web-todo-intake = { $n ->
    [one] 1 vacancy to screen
   *[other] { $n } vacancies to screen
    }
web-todo-proposals = { $n ->
    [one] 1 proposal nobody has decided about
   *[other] { $n } proposals nobody has decided about
    }
web-todo-run = The bridge was never run; run it
web-state-open = To do
web-state-done = Done
web-state-none = Not begun

# Bridge
web-run-none = The bridge has not been run yet
web-run-none-note = With households and vacancies in the ledger, it computes who is offered which job.
web-run-first = Run the bridge
web-run-number = Run { $n }
web-run-part = These are the figures of { $place } alone, as part of one run over { $whole }. Seats are shared: people here may be offered posts that other counties found, and the other way round.
web-run-title = { $n } of { $of } households can have a job
web-run-proposal = These are proposals; they count once agreed.
web-run-workbook = Download the result
web-run-again = Run again
web-run-old = This is not the latest run.
web-run-newest = See the latest
web-run-reached = What was reached
web-run-order = Outside first, then local, public-welfare posts last
web-run-more = { $n } more than the run before
web-run-fewer = { $n } fewer than the run before
web-run-as-many = As many as the run before
web-run-by-outside = outside the county
web-run-by-local = local employers and workshops
web-run-by-public_welfare = public-welfare posts, the last resort
web-run-by-none = not covered; reasons below
web-run-certified = Checked by an independent program
web-run-uncertified = Not certified
web-run-proof = No answer covers more than { $n }; { $of } public-welfare posts is the fewest.
web-run-placed = { "" } { $n } people placed in all.
web-run-cut = Of { $n } persons only the best pairs were listed, up to { $of } each; the check covers all others: none would do better.
web-run-uncovered = { $n ->
    [one] Why 1 household is not covered
   *[other] Why { $n } households are not covered
    }
web-run-uncovered-shown = { $n } listed; all are in the download
web-run-uncovered-table = Uncovered households and reasons
web-run-used = What this run used
web-run-day = Day
web-run-people = People
web-run-jobseekers = { $n } looking for work
web-run-vacancies = { $n } with { $of } seats
web-run-pairs = Admissible pairs
web-run-parts = Proposals by place
web-run-decided = { $n } of { $of } decided
web-run-look = Go on
web-run-look-zero = Zero-employment only
web-run-seen-none = Not begun
web-run-seen-some = { $n } decided
web-run-seen-all = Done
web-shortages = Who competes for which seats
web-shortages-title = { $n ->
    [one] 1 group has too few seats
   *[other] { $n } groups have too few seats
    }
web-shortages-note = No arrangement helps here: only more seats do.
web-shortages-none = No household goes without because others need the same seats.
web-shortages-table = Groups of households with too few seats; scrolls sideways
web-shortage-all = All { $n } groups
web-shortage-who = { $what } and { $n } more
web-shortage-title = { $n } households, { $of } seats
web-reach = Who could take what
web-reach-note = A line joins a household and a vacancy somebody in it could take.
web-helpless-table = Households no post covers; scrolls sideways
web-shortage-number = Group { $n }
web-shortage-see = Who competes with this household
web-shortage-households = The households
web-shortage-vacancies = All seats they could take
web-shortage-households-table = Households of the group
web-shortage-vacancies-table = Vacancies of the group
web-shortage-elsewhere = { $n } more households outside your area
web-shortage-has = Has a proposal
web-shortage-without = Goes without
web-shortage-lack = { $n } short
web-shortage-seats = { $n ->
    [one] 1 seat
   *[other] { $n } seats
    }
web-posts-count = { $n }
web-col-missing = Short by
web-col-stuck = What is short
web-col-remedy = Least that would do
web-col-town = Where
web-remedy = { $n } × { $what }
web-remedy-none = No extra post helps
web-posts = The fewest extra posts
web-posts-title = { $n ->
    [0] No extra post is needed
    [one] 1 extra post covers 1 more household
   *[other] { $n } extra posts cover { $n } more households
    }
web-posts-note = Outside first, then local, public-welfare posts last and within their caps
web-posts-none = No extra post would cover another household.
web-posts-all = All extra posts
web-posts-table = Extra posts, where, and whom they cover; scrolls sideways
web-col-post = Kind of post
web-col-extra = Seats
web-col-covers = Covers
web-col-upto = In all
web-towns-more = { $n } more
web-names-more = and { $n } more
web-helpless = { $n ->
    [one] 1 household that no post would cover
   *[other] { $n } households that no post would cover
    }
web-helpless-note = Talk with them first
web-practice = What your present order would have come to
web-practice-note = On the same ledger, by the same rules
web-practice-table = Simple orders and this run
web-col-order = Order
web-col-welfare = By welfare posts
web-col-people = People
web-col-score = Score
web-proposals = Proposals
web-proposals-title = { $n ->
    [one] 1 proposal
   *[other] { $n } proposals
    }
web-proposals-table = Proposals; scrolls sideways
web-no-proposals = No proposal fits
web-back-to-run = Back to the run
web-undecided = Undecided
web-choose = Choose
web-choose-one = Choose { $what }
web-covers = Covers the household
web-col-why = Why
web-col-decision = Decision
web-bulk = For the chosen:
web-accept = Accept
web-accept-household = Accept all { $n } proposals of the household
web-accept-place = Accept every open proposal of { $what }
web-pin = Pin
web-refuse = Refuse
web-refuse-why = Why refused
web-refuse-far = Too far
web-refuse-pay = Pay too low
web-refuse-family = Needed at home
web-refuse-other = Does not want to
web-reopen = Take back

# Journal
web-journal-note = Who did what and when; each entry carries the hash of the one before.
web-journal-of = Journal of
web-journal-sound = { $n } entries, the chain is whole
web-journal-broken = The chain breaks at entry { $n }: the journal was tampered with. Tell the keeper at once and stop writing.
web-journal-verify = Check the whole chain
web-journal-empty = No entry yet
web-journal-table = Journal; scrolls sideways
web-col-no = No.
web-col-what = What
web-col-when = When
web-col-records = Records
web-col-fields = Fields
web-actor-account = An account
web-actor-command-line = Command line
web-actor-system = System

# Accounts
web-accounts-note = One account a person, only for their own area; shut it when they leave.
web-accounts-count = { $n ->
    [one] 1 account
   *[other] { $n } accounts
    }
web-accounts-table = Accounts
web-account-open = Open an account
web-account-close = Shut
web-account-close-of = Shut the account of { $what }
web-account-closed = Shut
q-1010 = The password is too short
q-1010-do = Use at least { $least } characters.
q-1011 = The password could not be hashed ({ $found })
q-1011-do = Try again; if it stays so, tell the keeper.
q-1012 = There is no open account “{ $login }”
q-1012-do = Check the name, or open one first.
web-account-password-hint = At least 8 characters; tell it to the holder in person

# Definitions
web-definitions-head = Where each figure comes from
web-definitions-foot = Households, people and seats are never added; a person counts once.
web-def-households = Every household of the ledger; one household by its number, or by head and village.
web-def-target = Households with one of these labels on the day: { $what }.
web-def-capable = Men of { $min } to { $male } and women of { $min } to { $female } with capacity: { $classes }; students and people who are away do not count.
web-def-employed = A spell of work on the day, in one of these forms: { $what }. Farming one’s own land does not count.
web-def-zero = Target households with at least one member able to work and nobody in wage work.
web-def-board = Appeared: nobody ever had wage work; reopened: somebody had; helping: a proposal is accepted or pinned, somebody should be at work within { $n } working days; cleared: somebody is at work; stable: for { $of } months without a gap.
web-def-seats = Seats of screened vacancies that still hold; “as many as come” counts as 20, unstated as 1.
web-def-bridge = First as many zero-employment households as possible with one at work, then the fewest public-welfare posts, then the most people placed, then the best fit. No later aim is bought with an earlier one.
web-def-posts = The fewest seats that cover every household that can be covered, each seat one household. Outside the county first, then local, public-welfare posts last. At most { $most } more seats at one vacancy and { $local } new posts in the workshops and firms of one township; at most { $village } new public-welfare posts a village, { $township } a township, { $county } a county at a time, one a household, for ages { $from } to { $to }. A new post asks for light work, no licence and no schooling.
web-def-practice = The same people, vacancies, rules and decisions, handed out by simple orders: first come, first served by the day of entry; the best score first; one member of each zero-employment household first, those with the fewest seats in reach before others. A public-welfare post only where nothing else is left for the household.
