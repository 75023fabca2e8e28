# Numbered errors: q-NNNN says what was found and what was expected, q-NNNN-do what to do.

q-1101 = There is no policy profile “{ $found }”; there are: { $known }.
q-1101-do = Choose one of those, or check the code of the profile for a slip.
