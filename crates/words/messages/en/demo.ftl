# Demonstration data: why it could not be made.

demo-no-county = The place list of { $edition } has no county with the code { $county }
demo-too-many = At most { $most } households a county
demo-failed = The demonstration data could not be written: { $found }
