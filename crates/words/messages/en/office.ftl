# Names of records, states and definitions, used everywhere.

record-household = household
record-person = person
record-spell = spell of work
record-vacancy = vacancy
record-run = run of the bridge
record-account = account

command-import_sheet = import a sheet
command-undo_import = undo an import
command-edit_household = edit a household
command-edit_person = edit a person
command-edit_vacancy = edit a vacancy
command-add_spell = record a spell of work
command-end_spell = end a spell of work
command-set_vacancy_state = screen vacancies
command-review_vacancy = look a vacancy through
command-run_bridge = run the bridge
command-decide_proposal = decide on a proposal
command-reseat = decide and re-seat proposals
command-choose_answer = choose an answer
command-unmask = read personal data in full
command-export_unmasked = export personal data in full
command-forget_person = forget a person
command-open_account = open an account
command-close_account = shut an account

role-clerk = clerk
role-helper = helper
role-crew = caravan crew
role-leader = leader
role-keeper = keeper

label-poor = registered poor
label-lifted = lifted out of poverty
label-unstable = lifted but unstable
label-marginal = close to poverty
label-sudden = sudden hardship
label-relocated = resettled
label-dibao = living allowance
label-tekun = extreme-poverty support
label-veteran = veteran
label-graduate = graduate
label-returnee = returned migrant
label-hard_to_employ = hard to employ
label-disabled = disabled
label-female_head = single mother
label-released = released prisoner

stage-appeared = appeared
stage-helping = helping
stage-cleared = cleared
stage-stable = stable
stage-reopened = reopened

vacancy-state-intake = to be screened
vacancy-state-open = open
vacancy-state-rejected = rejected
vacancy-state-closed = closed

channel-outside = outside the county
channel-local = local
channel-public_welfare = public-welfare

verdict-accepted = accepted
verdict-pinned = pinned
verdict-refused = refused
verdict-open = released

uncovered-unwilling = nobody in it wants to work
uncovered-no_admissible = no vacancy within reach
uncovered-outnumbered = too few seats within reach
uncovered-refused = every proposal was refused

row-new = new
row-changed = changed
row-same = same
row-faulty = faulty

profile-2020 = definitions of 2020
profile-2021-25 = definitions of 2021–2025
profile-2026 = definitions of 2026

office-made-on = { $day }

export-ledger-title = Employment ledger
export-vacancies-title = Vacancies
export-sheet-persons = Persons
export-sheet-spells = Spells of work
export-household-no = Household no.
export-township = Township
export-village = Village
export-head = Head
export-class = Class
export-risk = Risk class
export-name = Name
export-id-no = ID number
export-sex = Sex
export-age = Age
export-relation = Relation to head
export-education = Education
export-student = Student
export-health = Health
export-labour = Labour capacity
export-phone = Phone
export-working = Working
export-wish-jobs = Wished jobs
export-wish-pay = Least wished pay
export-note = Note
export-work-place = Place of work
export-employer = Employer
export-industry = Industry
export-job = Job
export-channel = Channel
export-form = Form of work
export-start = Start
export-end = End
export-pay = Monthly pay
export-yes = yes
export-no = no
export-vacancy-no = Vacancy no.
export-vacancy-employer = Employer
export-vacancy-title = Title
export-vacancy-headcount = Seats
export-vacancy-place = Place of work
export-vacancy-pay-min = Least pay
export-vacancy-pay-max = Highest pay
export-vacancy-pay-unit = Unit of pay
export-vacancy-hours = Hours
export-vacancy-board = Board and lodging
export-vacancy-education = Education
export-vacancy-requirements = Requirements
export-vacancy-valid-until = Valid until
export-vacancy-source = Source
export-vacancy-state = State
export-fault-heading = Fault

result-title = { $place }: result of the bridge ({ $day })
result-households = Households in the ledger
result-jobseekers = Jobseekers who took part
result-zero = Zero-employment households
result-covered = Of these: somebody can have a job
result-covered-welfare = Of these: by a public-welfare post
result-uncovered = Households left without
result-placed = Persons with a proposal
result-vacancies = Vacancies that took part
result-seats = Seats that took part
result-pairs = Admissible pairs
result-lists-cut = Persons with only the best pairs listed, up to { $k } each (all others were checked too)
result-certified = Independent check
result-certified-yes = passed: among the pairs that took part there is no better answer
result-certified-no = failed
result-yes = yes
result-household = household
result-vacancy = vacancy
result-has = has a proposal
result-without = goes without
result-helpless = no extra post helps
result-say = Good day, this is the employment office. “{ $post }” is hiring at { $place }, { $pay }. Would you like to go?
result-pay-range = { $low } to { $high } a month
result-pay-one = { $low } a month
result-pay-open = pay to be agreed

uncovered-all-unwilling = Everybody with labour capacity in the household says they do not want to work.
uncovered-reach = { $vacancies ->
    [one] 1 vacancy is
   *[other] { $vacancies } vacancies are
    } within reach of the household, but the seats go to other zero-employment households.
uncovered-witness = With others, { $households } zero-employment households have only { $seats ->
    [one] 1 seat
   *[other] { $seats } seats
    } between them: { $missing ->
    [one] 1 is
   *[other] { $missing } are
    } missing.

proof-kept = Agreed or pinned before; the seat is kept for this household.
proof-room = Safe: { $free ->
    [one] 1 seat of this vacancy is
   *[other] { $free } seats of this vacancy are
    } still free, so nobody goes without because of it{ $spare ->
    [0] .
    [one] ; at least 1 other vacancy within reach has room too.
   *[other] ; at least { $spare } other vacancies within reach have room too.
    }
proof-even = Safe: all seats here are taken, but one more would bring nobody else a job{ $spare ->
    [0] .
    [one] ; at least 1 other vacancy within reach has room too.
   *[other] ; at least { $spare } other vacancies within reach have room too.
    }
proof-first = Zero-employment households come first: seats here are short, and no other arrangement covers more of them{ $spare ->
    [0] .
    [one] ; at least 1 other vacancy within reach has room.
   *[other] ; at least { $spare } other vacancies within reach have room.
    }
proof-welfare-short = Public-welfare post, because { $households } households have only { $seats } other seats between them: { $missing } of them cannot have one in any arrangement.
proof-welfare-none = Public-welfare post, because no other vacancy admits anybody in the household; most are ruled out by { $rule }.
rule-of-open-seats = seats that are filled
rule-of-presence = being away or at school
rule-of-willingness = their own word
rule-of-refused = earlier refusals
rule-of-age = age
rule-of-capacity = the weight of the work
rule-of-welfare = the conditions of public-welfare posts
rule-of-licences = licences the law asks for
rule-of-education = the education asked
rule-of-reach = the distance
rule-of-other = the conditions asked

would-do-outside = What would do: a new post outside the county with board and lodging{ $light ->
    [1] , light work
   *[0] {""}
    }{ $licence ->
    [1] , no licence needed
   *[0] {""}
    }{ $schooling ->
    [1] , no schooling asked
   *[0] {""}
    }.
would-do-local = What would do: a new post in the home township{ $light ->
    [1] , light work
   *[0] {""}
    }{ $licence ->
    [1] , no licence needed
   *[0] {""}
    }{ $schooling ->
    [1] , no schooling asked
   *[0] {""}
    }.
would-do-welfare = What would do: a public-welfare post in the home village{ $light ->
    [1] , light work
   *[0] {""}
    }{ $licence ->
    [1] , no licence needed
   *[0] {""}
    }{ $schooling ->
    [1] , no schooling asked
   *[0] {""}
    }.
helpless-caps = New posts of the township and public-welfare posts of the village, township or county have reached their caps.

post-more_outside = More seats at a vacancy outside the county
post-new_outside = A new post outside the county: light work, board and lodging
post-more_local = More seats at a vacancy in the county
post-new_local = A new post in the township: workshop or local employer, light work
post-more_welfare = More seats at a public-welfare post
post-new_welfare = A new public-welfare post in the village

order-queue = First come, first served
order-score = Best score first
order-priority = Zero-employment households first, the fewest seats in reach before others
order-optimum = This run

findings-shortage = { $households } households have only { $seats } seats at { $vacancies ->
    [one] 1 vacancy
   *[other] { $vacancies } vacancies
    } between them: { $missing ->
    [one] 1 of them goes
   *[other] { $missing } of them go
    } without in any arrangement.
findings-posts = { $posts ->
    [one] 1 more seat covers 1 more household
   *[other] { $posts } more seats cover { $posts } more households
    }: { $outside } outside the county, { $local } local, { $welfare } public-welfare.
findings-practice = First come, first served would have covered { $queue } households fewer, best score first { $score } fewer, the priority rule { $priority } fewer.

office-fault = { $rule } { $title }: { $found }
