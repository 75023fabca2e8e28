# Matching: why a vacancy is proposed, what to mind, and why another is not. In the words of a village helper.

# Reasons for
reason-wish = Wants to work as “{ $word }”, and this is it
reason-skill = Knows “{ $word }”, which is needed here
reason-certificate = Holds a certificate in “{ $word }”, which is needed here
reason-former = Has done “{ $word }” before
reason-training = Wants to learn “{ $word }”, which is done here
reason-learn = No trade needed, learnt on the job
reason-pay-more = { $pay } a month, { $difference } more than wished
reason-pay-wish = { $pay } a month, just what was wished
reason-pay-level = { $pay } a month, { $percent }% above what is usual there
reason-pay = { $pay } a month, about what is usual there
reason-near = { $way } from home, back the same day
reason-door = Next door, a few steps away
reason-near-township = In the own township, back the same day
reason-wished-place = In the place they want to go to
reason-board-both = Meals and lodging given
reason-board-meals = Meals given
reason-board-lodging = Lodging given
reason-hours-flexible = Flexible hours, leaves time to care for the family
reason-hours-day = Day work, evenings free to care for the family
reason-history = Has worked for this employer before
reason-villagers-firm = { $count } from the same village work here and can help
reason-villagers-place = { $count } from the same village work in { $place } and can help
reason-local = In the home county, no long journey
reason-welfare = Public-welfare post close to home

# What to mind
against-wish = Not the work they wished for (“{ $word }”)
against-pay-less = { $pay } a month, { $difference } less than wished
against-pay-level = { $pay } a month, { $percent }% below what is usual there
against-pay-unstated = Pay is not stated: ask first
against-far = { $way } from home, one has to live there
against-away = Away from home, one has to live there
against-no-lodging = No lodging given, one has to find a room
against-lodging-unstated = Whether lodging is given is not stated: ask first
against-board-none = Neither meals nor lodging given
against-hours-night = Night work or shifts
against-hours-long = Ten hours a day or more
against-hours-night-care = Night work or shifts, hard with somebody to care for
against-hours-long-care = Ten hours a day or more, hard with somebody to care for
against-licence-unproved = Needs { $licence }, not on record: see the paper before referring
against-weight-unknown = How heavy the work is was not stated: ask before sending somebody weak

# Why not
why-open-seats = The vacancy is not screened, is filled or has run out
why-presence = Is away or at school
why-willingness = Does not want to work, by their own word
why-refused = They or the employer have already refused
why-age = Is { $age }: under 16, which the law forbids
why-age-heavy = Is { $age }: under 18, too young for heavy or dangerous work
why-age-unknown = No birth date on record: check the age first
why-capacity-none = Has no capacity for work
why-capacity-heavy = Has weak capacity; this is heavy work
why-capacity-medium = Has weak capacity; this work is not said to suit it
why-welfare-household = Public-welfare posts are kept for zero-employment households in the programme
why-welfare-age = Public-welfare posts are for ages { $least } to { $most }
why-licences = The law asks for { $licence }; none is on record
why-education = Education is { $has }; at least { $least } is asked
why-reach-wish = The vacancy is in { $band }; they would go no farther than { $farthest }
why-reach-care = { $way } from home; with somebody to care for, { $limit } a day is the most
why-reach-care-away = Not back the same day, and there is somebody to care for
why-reach-lodging = { $way } from home, too far for every day (at most { $limit }), and no lodging
why-reach-lodging-away = Not back the same day, and no lodging

# When nothing fits: how many vacancies each rule takes away
none-open-seats = { $count } vacancies are filled
none-presence = Away or at school, so none of { $count } vacancies
none-willingness = Does not want to work, so none of { $count } vacancies
none-refused = { $count } vacancies were refused
none-age = { $count } vacancies are ruled out by age
none-capacity = { $count } vacancies are too heavy
none-welfare = { $count } public-welfare posts are not open to them
none-licences = { $count } vacancies need a licence that is not on record
none-education = { $count } vacancies ask for more education
none-reach = { $count } vacancies are too far, or farther than they would go

# Names used above
licence-electrician = an electrician’s licence
licence-welder = a welder’s licence
licence-height = a licence for work at height
licence-blasting = a blasting licence
licence-crane = a crane licence
licence-forklift = a forklift licence
licence-boiler = a boiler licence
licence-lift = a lift licence
licence-lorry = a lorry or bus driving licence
licence-driver = a driving licence
licence-nurse = a medical or nursing licence
licence-teacher = a teaching certificate
schooling-none = little or no reading
schooling-primary = primary school
schooling-junior = junior secondary school
schooling-senior = senior secondary school
schooling-vocational = vocational school
schooling-college = college
schooling-bachelor = a bachelor’s degree
schooling-master = a master’s degree
band-township = the own township
band-county = the own county
band-city = another county of the city
band-province = another city of the province
band-other-province = another province
band-overseas = abroad
