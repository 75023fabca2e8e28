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
web-search-hint = Household: name, pinyin, initials, number, last four of ID or phone
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
web-household-of = { $what }’s household

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
web-tile-employers = { $n } employers; { $of } seats in the county
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

# Ledger
web-tab-all = All households
web-tab-target = Target households
web-tab-zero = Zero-employment households
web-tab-employed = Target households at work
web-tab-note-all = Every household of the ledger.
web-tab-note-target = The households the definitions in force help.
web-tab-note-zero = Target households with somebody able to work and nobody in wage work.
web-tab-note-employed = Target households in which somebody has wage work.
web-find-household = Name, pinyin, initials, number, last four of ID or phone
web-found-households = { $n ->
    [one] 1 household found
   *[other] { $n } households found
    }
web-export-households = Export these { $n }
web-import-do = Import a workbook
web-at-least-persons = { $n } or more
web-no-households = No household fits
web-no-households-do = Remove a filter or search another way; if there is no ledger yet, import one.
web-households-table = Households; scrolls sideways
web-col-households = Households
web-col-target = Target
web-col-capable = Able to work
web-col-employed = At work
web-col-zero = Zero employment
web-col-head = Head
web-col-village = Village
web-col-members = People
web-col-since = In this stage for
web-not-on-board = Not on the board

# One household
web-members = { $n ->
    [one] 1 person
   *[other] { $n } people
    }
web-capable = { $n } able to work
web-employed = { $n } at work
web-household-offers = Whom to help and how: proposals
web-offers-whence = Where they come from
web-no-offers = The latest run has no proposal for this household.
web-no-run-yet = The bridge has not been run yet.
web-family = The family
web-family-table = Members of the household
web-col-name = Name
web-col-sex = Sex
web-col-age = Age
web-col-labour = Capacity
web-col-now = Now
web-col-wish = Wishes and limits
web-col-contact = ID, phone
web-now-student = At school
web-now-employed = At work
web-now-left = Left on { $what }
web-now-none = No work
web-now-outside = Not in the labour force
web-wish-unwilling = Does not want to work
web-wish-willing = Wants to work
web-wish-pay = { $what } yuan a month or more
web-wish-care = Cares for family
web-wish-near = Within { $n } km of home
web-show = Show in full
web-show-whom = Whose ID, phone and health
web-show-why = Why (noted in the journal)
web-shown = Noted in the journal
web-spells = Spells of work
web-spells-note = Pay in yuan a month
web-col-job = Work
web-col-where = Where
web-col-from = From
web-col-to = To
web-col-pay = Pay
web-still = Still there
web-household-facts = Facts
web-household-no = Number
web-identified = Identified
web-causes = Causes
web-site = Resettlement site
web-history = History
standing-dead = Dead
standing-moved-away = Moved away
standing-serving = Serving a sentence
standing-military = In the army

# Vacancies
web-vacancies-note = A vacancy that is not screened is neither proposed nor published.
web-export-vacancies = Export these { $n }
web-find-vacancy = Title, employer, place
web-found-vacancies = { $n } vacancies with { $of } seats
web-no-vacancies = No vacancy fits
web-no-vacancies-do = Remove a filter, or import vacancies.
web-vacancies-table = Vacancies; scrolls sideways
web-placement = Which way
web-pay-min = Pay at least (yuan)
web-board-lodging = Board
web-col-title = Vacancy
web-col-employer = Employer
web-col-wage = Pay (yuan)
web-col-seats = Seats
web-col-proposed = Proposed
web-col-state = State
web-col-until = Until
web-col-source = Source
web-proposed = { $n ->
    [one] 1 person
   *[other] { $n } people
    }
web-days-left = { $n ->
    [one] 1 day left
   *[other] { $n } days left
    }
web-open-end = Open end
web-pay-negotiable = To be agreed
web-pay-day = { $what } a day
web-pay-hour = { $what } an hour
web-pay-piece = { $what } a piece
web-pay-year = { $what } a year
web-per-month = yuan a month
web-per-day = yuan a day
web-per-hour = yuan an hour
web-per-piece = yuan a piece
web-per-year = yuan a year
web-vacancy-facts = The vacancy
web-vacancy-offers = Proposed to
web-vacancy-no = Number
web-seats-of = { $n ->
    [one] 1 seat
   *[other] { $n } seats
    }
web-seats-proposed = { $n }; { $of } proposed
web-hours = Hours
web-weight = Weight
web-weak-ok = Fit for weak labour
web-skills = Skills
web-experience = Experience
web-education = Education
web-requirements = Other conditions
web-insurance = Insurance
web-posted = Posted
web-set-state-open = Pass and open
web-set-state-rejected = Reject
web-set-state-closed = Close
web-set-state-intake = Back to screening
weight-light = Light
weight-medium = Ordinary
weight-heavy = Heavy

# Import
web-import-note = Choose a file, look through it, then commit; a whole import can be undone.
web-step-file = Choose a file
web-step-look = Look through
web-step-commit = Commit
web-step-done = Done
web-import-file = A file
web-import-choose = Ledger or vacancies
web-import-kinds = xlsx, xls or csv up to 64 MB; title rows, merged headers and totals are understood
web-import-as-of = Report date
web-import-as-of-hint = The day the sheet is about
web-import-read = Read the file
web-import-before = Files imported before
web-import-undo = Undo
web-import-undo-of = Undo “{ $what }”
web-import-undone = Undone
web-import-undo-note = The whole import is taken back, as far as later changes have not touched it.
web-import-done = “{ $what }” is in the ledger.
web-import-see = See the ledger
web-import-counts = { $new } new, { $changed } changed, { $same } the same, { $faulty } faulty
web-import-preview = Preview
web-import-faults = Download faulty rows
web-import-faults-file = faults-{ $what }.xlsx
web-import-drop = Put it away
web-import-faulty = { $n ->
    [one] 1 row is faulty.
   *[other] { $n } rows are faulty.
    }
web-import-faulty-note = { "" } They are not written; download, mend and import them again. An empty cell never erases.
web-import-sheets = Sheets
web-import-states = By state of the row
web-import-not-taken = This sheet was understood, but sheets of this kind are not taken in yet.
web-col-line = Line
web-col-about = Name or title
web-col-becomes = What becomes of it
web-col-fault = Remarks
web-import-then = What the commit does
web-import-records = Records
web-import-nothing = There is nothing to write.
web-import-commit = Commit { $n ->
    [one] 1 row
   *[other] { $n } rows
    }
web-import-columns = Are the columns right?
web-import-unused = Not used
web-rows = { $n ->
    [one] 1 row
   *[other] { $n } rows
    }
web-rows-changed = { $n }, old values stay in the history
web-rows-faulty = { $n }, left out
row-new = New
row-changed = Changed
row-same = The same
row-faulty = Faulty
kind-persons = People
kind-households = Households
kind-spells = Spells of work
kind-plans = Plans
kind-vacancies = Vacancies
kind-workshops = Workshops
kind-employers = Employers
kind-sites = Resettlement sites
kind-training = Training
kind-public_posts = Public-welfare posts
kind-manifests = Manifests
kind-helpers = Helpers
kind-events = Events

# Bridge
web-run-none = The bridge has not been run yet
web-run-none-note = With households and vacancies in the ledger, it computes who is offered which job.
web-run-first = Run the bridge
web-run-number = Run { $n }
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
web-run-cut = The lists of { $n } others were cut at the best { $of }.
web-run-uncovered = Why { $n } households are not covered
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
web-proposals = Proposals
web-proposals-title = { $n ->
    [one] 1 proposal
   *[other] { $n } proposals
    }
web-proposals-table = Proposals; scrolls sideways
web-no-proposals = No proposal fits
web-back-to-run = Back to the run
web-choose = Choose
web-choose-one = Choose { $what }
web-covers = Covers the household
web-col-why = Why
web-col-decision = Decision
web-bulk = For the chosen:
web-accept = Accept
web-accept-place = Accept every open proposal of { $what }
web-pin = Pin
web-refuse = Refuse
web-refuse-why = Why refused
web-refuse-far = Too far
web-refuse-pay = Pay too low
web-refuse-family = Needed at home
web-refuse-other = Does not want to
web-refused-because = Refused: { $what }
web-reopen = Take back

# Journal
web-journal-note = Who did what and when; each entry carries the hash of the one before.
web-journal-sound = { $n } entries, the chain is whole
web-journal-hash = hash of the last { $what }
web-journal-broken = The chain is broken: the journal was tampered with. Tell the keeper at once and stop writing.
web-journal-unchecked = { $n } entries; too many to check on a page, the keeper checks them by command
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

# Words
role-clerk = Clerk
role-helper = Helper
role-crew = Crew
role-leader = Leader
role-keeper = Keeper
label-poor = Poor
label-lifted = Lifted from poverty
label-unstable = Unstable
label-marginal = Close to poverty
label-sudden = Sudden hardship
label-relocated = Resettled
label-dibao = Minimum allowance
label-tekun = Extreme-poverty support
label-veteran = Veteran
label-graduate = Graduate
label-returnee = Returned migrant
label-hard_to_employ = Hard to employ
label-disabled = Disabled
label-female_head = Single mother
label-released = Released
stage-appeared = Appeared
stage-helping = Helping
stage-cleared = Cleared
stage-stable = Stable
stage-reopened = Reopened
vacancy-state-intake = To be screened
vacancy-state-open = Open
vacancy-state-rejected = Rejected
vacancy-state-closed = Closed
verdict-accepted = Accepted
verdict-pinned = Pinned
verdict-refused = Refused
verdict-open = Open
placement-outside = Outside
placement-local = Local
placement-public_welfare = Public welfare
uncovered-unwilling = Nobody wants to work
uncovered-no_admissible = No job within reach
uncovered-outnumbered = Outnumbered
uncovered-refused = Every job was refused
profile-2020 = 2020, poverty alleviation
profile-2021-25 = 2021–2025, transition
profile-2026 = 2026, regular help
command-import_sheet = Import a file
command-undo_import = Undo an import
command-edit_household = Edit a household
command-edit_person = Edit a person
command-edit_vacancy = Edit a vacancy
command-add_spell = Add a spell of work
command-end_spell = End a spell of work
command-set_vacancy_state = Screen vacancies
command-run_bridge = Run the bridge
command-decide_proposal = Decide proposals
command-choose_answer = Choose an answer
command-unmask = See personal data
command-export = Export
command-export_list = Export
command-forget_person = Forget a person
command-open_account = Open an account
command-close_account = Shut an account
sex-male = Male
sex-female = Female
labour-ordinary = Ordinary
labour-skilled = Skilled
labour-weak = Weak or half
labour-lost = Lost
labour-none = None
health-healthy = Healthy
health-chronic = Chronic illness
health-serious = Serious illness
health-disabled = Disabled
board-both = Board and lodging
board-meals = Board
board-lodging = Lodging
board-none = None
vacancy_source-phone = Phone
vacancy_source-wechat = WeChat
vacancy_source-online = Online
vacancy_source-federation = Federation
vacancy_source-work_team = Work team
vacancy_source-fair = Job fair
work_form-employer = Employer
work_form-institution = Public institution
work_form-individual = Sole trader
work_form-flexible = Flexible
work_form-self_employed = Self-employed
work_form-public_post = Public-welfare post
work_form-workshop = Workshop
work_form-farming = Farming
work_form-home_based = Home-based
work_form-other = Other
education-none = None
education-primary = Primary
education-junior = Junior secondary
education-senior = Senior secondary
education-vocational = Vocational
education-college = College
education-bachelor = Bachelor
education-master = Master
cause-illness = Illness
cause-disability = Disability
cause-education = Schooling
cause-disaster = Disaster
cause-accident = Accident
cause-no_labour = Lack of labour
cause-no_skill = Lack of skills
cause-no_capital = Lack of capital
cause-no_land = Lack of land
cause-no_water = Lack of water
cause-traffic = Poor roads
cause-motivation = Lack of drive
cause-job_loss = Unstable work
cause-other = Other
relation-head = Head
relation-spouse = Spouse
relation-son = Son
relation-daughter = Daughter
relation-daughter_in_law = Daughter-in-law
relation-son_in_law = Son-in-law
relation-grandson = Grandson
relation-granddaughter = Granddaughter
relation-grandson_d = Daughter’s son
relation-granddaughter_d = Daughter’s daughter
relation-father = Father
relation-mother = Mother
relation-wifes_father = Wife’s father
relation-wifes_mother = Wife’s mother
relation-husbands_father = Husband’s father
relation-husbands_mother = Husband’s mother
relation-grandfather = Grandfather
relation-grandmother = Grandmother
relation-grandfather_m = Mother’s father
relation-grandmother_m = Mother’s mother
relation-sibling = Sibling
relation-great_grandson = Great-grandson
relation-great_granddaughter = Great-granddaughter
relation-nephew = Nephew
relation-niece = Niece
relation-brothers_wife = Brother’s wife
relation-uncle = Uncle
relation-other = Other
