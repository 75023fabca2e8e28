# Numbered errors: q-NNNN says what was found and what was expected, q-NNNN-do what to do.

q-1001 = Your role may not do this: { $command }.
q-1001-do = Ask a colleague whose role may, or the keeper to change your role.

q-1002 = Not found: { $record }. It does not exist, or lies outside your area.
q-1002-do = Check the number; if it should lie in your area, ask the keeper to check the area of your account.

q-1003 = The field “{ $field }” cannot be edited here.
q-1003-do = What holds records together changes by an import or by an action of its own; for other fields, check the name.

q-1004 = The new value of “{ $field }” does not fit the field.
q-1004-do = Enter it in the form of the field: dates as 2020-03-18, amounts as numbers.

q-1005 = There are no two answers waiting here; somebody may have chosen already.
q-1005-do = Reload the list.

q-1006 = No reason was given.
q-1006-do = State what the data are needed for, before reading personal data in full or exporting them.

q-1007 = The area “{ $area }” of the account lies outside your own.
q-1007-do = Choose a place within your area, or ask the keeper of the level above.

q-1008 = “{ $login }” cannot be a log-in name.
q-1008-do = Use 2 to 40 letters, Chinese characters or digits; . _ - @ are allowed, spaces are not.

q-1009 = The log-in name “{ $login }” is taken.
q-1009-do = Choose another; names of closed accounts are not used again.

q-1101 = There is no policy profile “{ $found }”; there are: { $known }.
q-1101-do = Choose one of those, or check the code of the profile for a slip.

q-1102 = It is not set yet which county the office is in.
q-1102-do = Give --home with the six-digit code once, for example --home 140222.

q-1103 = The home of this office is { $home }, not { $found }.
q-1103-do = Leave --home out; for another county use another data directory.

q-1111 = This person is in the ledger of another county or area.
q-1111-do = Settle it with the office there; once the person is moved out there, import again.

q-1112 = The ledger has nobody it could take for “{ $name }”, and the row does not say which household.
q-1112-do = Import the roster of the household first, or add the number of the household or its head to the row.

q-1113 = The row lacks what would tell whom or which vacancy it is about.
q-1113-do = Add name and ID number (or the number of the household); for vacancies, employer and title.

q-1114 = Since the preview of “{ $file }”, { $n ->
    [one] one record has
   *[other] { $n } records have
} been changed by somebody else; nothing was written.
q-1114-do = Preview the file again and confirm.

q-1115 = There is no import with the number { $batch }.
q-1115-do = Check the number in the list of imports.

q-1116 = The import of “{ $file }” has been taken back already.
q-1116-do = Nothing is left to do; to have it again, import the file again.

q-1117 = Since the import of “{ $file }”, { $n ->
    [one] one record has
   *[other] { $n } records have
} been changed again, so that it cannot be taken back as a whole.
q-1117-do = Take back or settle the later changes first, or correct the records one by one.

q-1118 = The file has records of { $region }, outside your area; nothing was written.
q-1118-do = Take those rows out, or have an account with a larger area import the file.

q-1119 = There is no kind of sheet called “{ $found }”; there are: { $known }.
q-1119-do = Choose one of those, or leave --kind out and let the reader judge.

q-1120 = The row names no county, and the ledger does not know the person or the household.
q-1120-do = Write the county into the row, the title or the name of the file, or take the file in for one county.

q-1121 = The spell of work ends ({ $end }) before it begins ({ $start }).
q-1121-do = Correct one of the two dates.

q-1122 = This spell of work is recorded already.
q-1122-do = Nothing is left to do; to correct it, change the record.
q-1123 = “{ $found }” is no place of a cell or column.
q-1123-do = Write it like E12, C or Sheet1!E12.
q-1124 = There is no field “{ $found }”.
q-1124-do = Write a field such as person.name, or - to leave the column out.
q-1125 = There is no rule “{ $found }”.
q-1125-do = Write the number of a rule, such as Q1.
q-1126 = The two sources have no kind of sheet in common.
q-1126-do = Compare two files about the same, such as two lists of people; “qiao read sheet” shows what each was read as.

q-1201 = “{ $title }” cannot be opened: { $rule } { $quote }.
q-1201-do = Change the wording as suggested and submit it again, or return it to the employer.

q-1301 = The proposal was refused without a reason.
q-1301-do = Write one sentence, for example “too far, cares for a parent”; the next run takes it into account.

q-1302 = { $seats ->
    [one] The one seat of “{ $title }” is
   *[other] All { $seats } seats of “{ $title }” are
} taken.
q-1302-do = Choose another vacancy, or take one of the accepted people back first.

q-1303 = The person has accepted “{ $title }” already.
q-1303-do = To change, take that decision back first.

q-1304 = The bridge has not been run yet.
q-1304-do = Run “qiao bridge” first, or run it from the page.

q-1401 = The workbook was not made: { $found }
q-1401-do = Export a smaller part; if that fails too, tell the keeper the number.

q-2001 = The file is empty.
q-2001-do = Save or send it again.

q-2002 = This is no kind of file that can be read ({ $found }).
q-2002-do = Save it as .xlsx or CSV; photographs and scans cannot be imported.

q-2003 = The workbook is protected by a password.
q-2003-do = Take the password off and import it again.

q-2004 = The workbook is damaged: { $found }
q-2004-do = Open and repair it in a spreadsheet program and save it anew, or have it sent again.

q-2005 = { $what ->
    [file] The file is
    [unzipped] The unpacked file is
    [cells] The number of cells is
    [columns] The number of columns is
    [text] The text of a cell is
   *[other] Something in it is
} too large: { $found }, at most { $limit }.
q-2005-do = Split it into several files and delete empty rows and columns.

q-2006 = No table with headings that could be recognised was found; sheets looked at: { $sheets }.
q-2006-do = See that the columns have headings such as 姓名 and 身份证号, and that they are text, not a picture.

q-2009 = The reader broke off in “{ $file }”; nothing was written.
q-2009-do = Give the file and this number to the keeper.

q-2012 = The table has no column of job titles.
q-2012-do = Head the column title (or 岗位名称, 工种, 职位) in the first line and try again.

q-3001 = The database failed ({ $found }); nothing was written.
q-3001-do = Try again later; if it stays, ask the keeper to look at the log.

q-3002 = The database does not fit this version of the program: { $found }
q-3002-do = Use the same version or a newer one; make a backup and run “qiao migrate”.

q-3003 = The key file { $file } cannot be used: { $found }
q-3003-do = Restore the key file from the backup; without it the encrypted columns cannot be read.

q-3004 = A sealed value in { $table } does not open: it was altered, or its key was destroyed.
q-3004-do = Run “qiao doctor”; restore from a backup if needed.

q-3005 = A record of county { $found } was to be written for county { $expected }; nothing was written.
q-3005-do = Tell the keeper the number.

q-3006 = The ID number belongs to another person in the ledger already.
q-3006-do = Check the number; if it is the same person, change the record that is there.

q-3007 = The { $kind ->
    [household] household
    [person] person
    [spell] work spell
    [employer] employer
    [vacancy] vacancy
    [run] run of the bridge
    [decision] decision
    [batch] import
    [account] account
   *[other] record
} to be changed or taken back is no longer there.
q-3007-do = Reload and try again.

q-3008 = The same record exists already; nothing was written.
q-3008-do = Look at the one that is there.

q-3009 = Other records still refer to it, so that it cannot be taken back.
q-3009-do = Settle those first, for example the members of the household or its employer's vacancies.

q-3010 = The database holds something that cannot be read ({ $what }).
q-3010-do = Run “qiao doctor” and restore from a backup.

q-3011 = The file { $file } cannot be read or written: { $found }
q-3011-do = Check disk space, path and permissions.

q-3012 = The backup is incomplete or was altered: { $found }
q-3012-do = Use another backup.

q-3013 = { $file } holds data already; nothing was restored.
q-3013-do = Restore into an empty directory, check it, then replace the old one.

q-3014 = With PostgreSQL this is done by the database's own tools.
q-3014-do = Use pg_dump and pg_restore, and keep a copy of the key file apart.

q-3015 = The database has been busy for too long; nothing was written.
q-3015-do = Try again in a moment; while a large import is written, others wait.

q-3016 = The program stopped before the write was done; nothing was written.
q-3016-do = Send it again; sending twice records once.

q-4001 = Input or output failed: { $found }
q-4001-do = Check terminal, pipe and disk space, then try again.

q-4002 = The file { $file } cannot be read or written: { $found }
q-4002-do = Check path and permissions.

q-4003 = There is no role “{ $found }”; there are: { $known }.
q-4003-do = Choose one of those.

q-4004 = Pages cannot be served at { $address }: { $found }
q-4004-do = Choose another port with --listen, for example --listen 127.0.0.1:8021.

q-4005 = It was not said which file to import.
q-4005-do = Name it, for example qiao import roster.xlsx.

q-4007 = “{ $found }” cannot be exported; there are: { $known }.
q-4007-do = Choose one of those.

q-4008 = There is no edition “{ $found }” of the list of places; there are: { $known }.
q-4008-do = Choose one of those.

q-4009 = { $folder } holds data that no demo made; nothing was touched.
q-4009-do = Choose another folder with --out.

q-4010 = { $file } is not a well-formed instance or solution: { $found }
q-4010-do = Check that the file is complete and of this format.

q-4011 = The solution does not verify: { $found }
q-4011-do = Do not use it, and give the instance to the maintainers.

q-1013 = The journal of { $county } does not fit from entry { $entry } on; it may have been tampered with.
q-1013-do = Stop using it, keep the data, restore a backup and find out why.

q-1305 = The result of the run failed its independent check: { $found }. Nothing was saved.
q-1305-do = Tell the keeper the number and the day.

q-4012 = The demo could not be made: { $found }.
q-4012-do = Try another county or number of households.
q-4013 = Line { $line } is no post: an object with “id” and “text” is expected.
q-4013-do = Write one JSON object a line and read the file again.

q-1311 = This question cannot be read: { $name } is “{ $found }”.
q-1311-do = Write name=value;name=value, fill in what is missing, and give numbers and codes as such.

q-1312 = The ledger has changed since this run, or there is a newer one; its proposals cannot be re-seated.
q-1312-do = Run the bridge again; decisions already made are respected.

q-1313 = Somebody decided something after you looked, and now others would be re-seated. Nothing was written.
q-1313-do = Look once more who would be re-seated, then confirm.

q-1314 = With this decision { $n ->
    [one] 1 person
   *[other] { $n } people
    } beyond { $own } would change places: the run is that of { $whole }, and its seats are shared. Nothing was written.
q-1314-do = Ask the office of { $whole } to make the decision, or record it alone: the next run of { $whole } respects it.
