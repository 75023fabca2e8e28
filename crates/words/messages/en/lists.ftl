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
web-col-stage-since = In this stage since
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
web-spells-table = Table of spells of work
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
web-screen-all = Screen { $n } by the rules
web-find-vacancy = Title, employer, place
web-found-vacancies = { $n ->
    [one] 1 vacancy found
   *[other] { $n } vacancies found
    }
web-no-vacancies = No vacancy fits
web-no-vacancies-do = Remove a filter, or import vacancies.
web-vacancies-table = Vacancies; scrolls sideways
web-placement = Which way
web-pay-min = Pay at least (yuan)
web-board-lodging = Board
web-col-title = Vacancy
web-col-employer = Employer
web-col-wage = Pay (yuan)
web-col-pay-from = Pay from (yuan)
web-col-pay-to = Pay to (yuan)
web-col-pay-unit = Per
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
web-import-county = County of this file
web-import-county-hint = Where rows do not say their county themselves
web-import-each-row = As each row says
web-import-parts = { $n ->
    [one] { $n } county
   *[other] { $n } counties
}
web-import-partly-undone = undone in { $n } of { $of }
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
