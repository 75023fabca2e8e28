# Screening of vacancies: each rule with the law behind it and what to write or do instead.

flag-gender-restriction = Limited to one sex
flag-gender-restriction-law = Employment Promotion Law art. 27, Women’s Rights Law art. 43, notice 2019-17: no sex may be asked or preferred, except for work the law bars to women.
flag-gender-restriction-say = Say what the work needs, such as “can carry 25 kg” or “can work nights”, and “men and women alike”.

flag-marital-restriction = Marriage or children asked
flag-marital-restriction-law = Women’s Rights Law art. 43, notice 2019-17: marriage and children may not be asked about or be a condition.
flag-marital-restriction-say = Strike it. If attendance is meant, state the hours.

flag-discrimination-ethnic-region = Shut out by people, origin or looks
flag-discrimination-ethnic-region-law = Employment Promotion Law arts 28 and 31, Employment Service Regulations art. 20: advertisements may not discriminate, nor shut out rural workers.
flag-discrimination-ethnic-region-say = Strike it. If the local dialect or living near is needed, say that.

flag-discrimination-health = Shut out by health or disability
flag-discrimination-health-law = Employment Promotion Law arts 29 and 30: disabled people and carriers may not be refused, except in work the law names.
flag-discrimination-health-say = Strike the test. For food and child care write “with a health certificate”.

flag-underage = Under 16 admitted
flag-underage-law = Labour Law art. 15, Child Labour Regulations art. 2.
flag-underage-say = Write “16 or older”. If the employer insists, refuse and tell the labour inspection.

flag-minor-risk = Minors in risky work
flag-minor-risk-law = Labour Law art. 64: nobody of 16 or 17 in mines, with poisons or in heavy work.
flag-minor-risk-say = Write “18 or older”.

flag-fee-deposit = Money asked of the worker
flag-fee-deposit-law = Labour Contract Law art. 9, Employment Service Regulations art. 14: no money may be taken under any name.
flag-fee-deposit-say = Ask on the phone what is charged and by whom. If nothing is, write “no charges”.

flag-id-withhold = Papers kept
flag-id-withhold-law = Labour Contract Law art. 9, Employment Service Regulations art. 14: identity papers may not be kept.
flag-id-withhold-say = Write “bring your identity card; it is looked at and handed back”.

flag-wage-withholding = Pay held back
flag-wage-withholding-law = Labour Law art. 50, Labour Contract Law art. 30: pay is due every month and in full.
flag-wage-withholding-say = State the pay day, and that every day worked is paid.

flag-waive-insurance = No social insurance
flag-waive-insurance-law = Social Insurance Law art. 58, Labour Law art. 72: registration within 30 days; a waiver is void.
flag-waive-insurance-say = Ask which insurance is paid and write it; for older and casual workers injury insurance.

flag-excessive-hours = Hours too long
flag-excessive-hours-law = Labour Law arts 36, 38, 41: eight hours a day, one day of rest a week, at most 36 hours of overtime a month.
flag-excessive-hours-say = Ask for hours, days of rest and overtime pay, and write them.

flag-unrealistic-pay = Pay too good to be true
flag-unrealistic-pay-law = Employment Service Regulations art. 14: no false advertisements.
flag-unrealistic-pay-say = Check base pay, rates and what people really took home; write base plus commission.

flag-false-promise = False promises
flag-false-promise-law = Employment Service Regulations art. 14: no false advertisements.
flag-false-promise-say = Do not take posts that sell positions or courses; warn jobseekers.

flag-scam-task = Paid-task fraud
flag-scam-task-law = Telecom Fraud Law, Employment Service Regulations art. 14.
flag-scam-task-say = Do not take it. Warn jobseekers not to pay in advance.

flag-money-mule = Accounts for strangers’ money
flag-money-mule-law = Telecom Fraud Law art. 31, Criminal Law art. 287b: accounts and SIM cards may not be lent.
flag-money-mule-say = Do not take it; tell the police.

flag-vice-risk = Vice
flag-vice-risk-law = Entertainment Venue Regulations art. 14: no paid companionship.
flag-vice-risk-say = Do not take it; if the employer objects, visit before writing what the work is.

flag-trafficking-risk = Smuggling of people
flag-trafficking-risk-law = Criminal Law arts 318 and 321.
flag-trafficking-risk-say = Do not take it; tell the police.

flag-overseas = Work abroad
flag-overseas-law = Foreign Labour Cooperation Regulations art. 5: only licensed companies.
flag-overseas-say = Ask for the licence and the project’s registration first.

flag-rebate = Bonus paid back
flag-rebate-law = Employment Service Regulations art. 14: what is promised must be true; such bonuses are often not paid.
flag-rebate-say = Ask who pays and when; write it only if it will stand in the contract.

flag-agency = Posted by an agency
flag-agency-law = Human Resources Market Regulations art. 18: placement needs a licence.
flag-agency-say = Ask for the licence; name the real employer and who pays.

flag-no-employer = No employer named
flag-no-employer-law = Employment Service Regulations art. 11: who hires shows a business licence.
flag-no-employer-say = Ask for the full name and credit code.

flag-no-contact = No way to reach anybody
flag-no-contact-law = Employment Service Regulations art. 12: who hires gives the facts of the work.
flag-no-contact-say = Ask whoever passed it on for a phone or an address.

flag-not-vacancy = No vacancy
flag-not-vacancy-law = The text offers no work: a job wanted, a course, a sale, a notice.
flag-not-vacancy-say = Nothing to do; if it is one after all, type it in.

flag-below-minimum = Below the minimum wage
flag-below-minimum-law = Labour Law art. 48, Minimum Wage Rules art. 12: not below the local minimum; overtime and allowances do not count.
flag-below-minimum-say = Ask whether it is part-time; then write pay by the hour, otherwise it must be raised.

flag-kept-apart = Limits of age or sex kept apart
flag-kept-apart-law = Employment Promotion Law art. 27; age only where the work needs it. Kept in the office; not published, exported or matched by.
flag-kept-apart-say = If strength, sight or night work is meant, write that.

flag-credit-code = Wrong credit code
flag-credit-code-law = GB 32100-2015: 18 characters, the last a check character.
flag-credit-code-say = Ask for the code on the licence and compare it.

flag-expired = Expired
flag-expired-law = Employment Service Regulations art. 14: advertisements must be true.
flag-expired-say = Ask whether it is still open; change the day or close it.

flag-incomplete = Neither pay nor phone
flag-incomplete-law = Employment Service Regulations art. 12: pay and conditions are to be told.
flag-incomplete-say = Ask for the pay first.

flag-duplicate = Already in the ledger
flag-duplicate-law = The same post twice counts its seats twice.
flag-duplicate-say = Compare, keep one and reject the other as a duplicate.

flag-serial-poster = One phone for many employers
flag-serial-poster-law = Human Resources Market Regulations art. 18: placement needs a licence.
flag-serial-poster-say = Treat as an agency: ask for the licence and the real employer.
