# Recruitment texts: intake, looking through, phone calls.

q-2020 = “{ $file }” is not text.
q-2020-do = Hand in a text file (.txt in UTF-8 or GB18030, or .jsonl); photos and Word files are not read.

q-2021 = There is no text to read.
q-2021-do = Paste at least one recruitment text, or hand in a file that holds one.

q-2022 = { $found } texts at once; at most { $most } are read.
q-2022-do = Split the file and hand it in in parts.

q-2023 = “{ $found }” is no rule of the screening.
q-2023-do = Use the name that the list of findings shows, such as fee_deposit.

intake-title = Paste job posts
intake-about = A text, a forwarded chat, notes of a call: read, then looked through by you. Nothing is published before that.
intake-step-paste = Paste
intake-step-look = Look through
intake-step-call = Call
intake-step-open = Open
intake-paste = New texts
intake-text = Text
intake-text-hint = Many at once: two empty lines or a line --- between them; lines with name and time of a forwarded chat separate by themselves.
intake-file = Or a file
intake-file-hint = .txt, or .jsonl with one text a line
intake-read = Read
intake-pasted = Pasted texts
intake-waiting = Waiting
intake-waiting-count = { $n } texts, { $of } vacancies
intake-vacancies = { $n } vacancies
intake-n-block = { $n } against publishing
intake-n-look = { $n } to look at
intake-clean = nothing found
intake-undo-note = A whole batch is taken back on the import page
intake-open-clean = Open the { $n } without findings
intake-calls = Call sheet
intake-calls-about = What is still to be asked, by vacancy. To print or copy.
intake-no-calls = No calls to make
intake-no-phone = no phone
intake-left-out = { $n } texts offer no work
intake-left-out-why = Job wanted, course, sale or notice. Not kept.
intake-look-title = Look through a post
intake-progress = { $n } vacancies of this text wait; { $of } texts in all
intake-other-text = Another text
intake-next = Next text
intake-original = Original
intake-original-note = Numbers point to the fields. What is struck out is not published, printed or matched by; the original is kept.
intake-screening = Screening
intake-law = Rule: 
intake-say = Instead: 
intake-settle = Found out
intake-settle-hint = e.g. called, nothing is charged
intake-nothing-found = nothing against the rules
intake-fine = fine
intake-note = note
intake-look = look
intake-blocks = not to be published
intake-floor = Minimum wage here: { $n } yuan a month
intake-no-floor = No minimum wage is known for this place; pay was not checked
intake-shortfall = comes to { $n } yuan, the minimum is { $of }
intake-other = see the other
intake-employer = Employer
intake-job = Job
intake-headcount = Seats
intake-occupation = Occupation (2022 classification)
intake-picked = picked by a person
intake-confidence = read, { $n } % sure
intake-not-coded = not recognised
intake-pay-min = Pay from, yuan
intake-pay-max = to, yuan
intake-pay-unit = per
intake-hours = Hours
intake-place = Place of work
intake-place-unknown = county not recognised
intake-apart = no age or sex here
intake-until = Last day
intake-corrected = put right
intake-second = second reader, look
intake-ask = { $n } things to ask
intake-quoted = “{ $quote }”: { $text }
intake-reason = Reason, for a rejection
intake-save = Save
intake-open = Open
intake-reject = Reject
intake-see = See the vacancy
intake-rejected = Rejected: 

ask-employer = What is the full name of the employer, and its credit code?
ask-headcount = How many people?
ask-place = Where is the work, and how does one get there?
ask-pay = What is the pay, how is it reckoned, and when is it paid?
ask-board = Board and lodging, and at what price?
ask-hours = What hours, and how many days of rest a month?
ask-insurance = Which insurance?
ask-until = Until when?

cli-posts = Recruitment texts
cli-posts-take = Take texts in; each vacancy in them waits for a person
cli-posts-take-files = Text files: .txt, or .jsonl with one text a line
cli-posts-take-open_clean = Open those in which nothing was found
cli-posts-take-json = Print JSON
cli-posts-list = What waits, with what is found in it
cli-posts-list-json = Print JSON
cli-posts-review = Look a vacancy through: put right, settle, open, reject
cli-posts-review-vacancy = Identifier of the vacancy
cli-posts-review-set = Put a field right, such as pay_min=2600; may be repeated
cli-posts-review-settle = Settle a finding, such as fee_deposit="called, nothing is charged"; may be repeated
cli-posts-review-open = Open it
cli-posts-review-reject = Reject it, with the reason
cli-posts-calls = Call sheet

cli-posts-taken = { $file }: { $texts } texts, { $new } vacancies new, { $same } known; { $none } texts offer no work
cli-posts-cleared = { $opened } without findings opened, { $left } wait
cli-posts-line = · { $id }  { $title }
cli-posts-block = – against publishing: { $rule } [{ $code }] { $quote }
cli-posts-look = – look: { $rule } [{ $code }] { $quote }
cli-posts-reviewed = “{ $title }” is done
cli-posts-call = { $title }  { $who }
cli-posts-ask = · { $asks }
cli-posts-ask-quoted = · “{ $quote }”: { $asks }

q-2024 = “{ $found }” is no address of a second reader.
q-2024-do = Write http://host:port/v1; use a service inside the office, and put its key into QIAO_READER_KEY.
cli-common-reader = Second reader of recruitment texts: address of an OpenAI-compatible endpoint, http only; none by default
cli-common-reader_model = Name of its model
cli-posts-unanswered = The second reader left { $n } texts unanswered; the rules alone were used
