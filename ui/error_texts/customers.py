"""English sentences for what the value checks of customers refuse; each says what is wrong and what to do."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

_MARKED: dict[str, object] = {
    "amount-currency": QT_TRANSLATE_NOOP(
        "errors", "{given} is in another currency. Enter the amount in yuan."
    ),
    "amount-empty": QT_TRANSLATE_NOOP("errors", "Enter an amount, such as 120000 or 12万."),
    "amount-order": QT_TRANSLATE_NOOP("errors", "In {given} the smaller amount must come first."),
    "amount-too-large": QT_TRANSLATE_NOOP("errors", "{given} is too large an amount. Check the zeros."),
    "amount-unclear": QT_TRANSLATE_NOOP("errors", "{given} is not an amount. Write it as 120000 or 12万."),
    "birth-in-future": QT_TRANSLATE_NOOP(
        "errors", "The birthday {given} lies in the future. Check the year."
    ),
    "birth-too-long-ago": QT_TRANSLATE_NOOP(
        "errors", "The birthday {given} is more than 130 years ago. Check the year {year}."
    ),
    "company-empty": QT_TRANSLATE_NOOP("errors", "Enter the name of the company."),
    "company-not-a-name": QT_TRANSLATE_NOOP(
        "errors", "{given} is not a company name. Enter the name on the business licence."
    ),
    "company-too-long": QT_TRANSLATE_NOOP(
        "errors", "The company name is longer than {longest} characters. Shorten it."
    ),
    "date-empty": QT_TRANSLATE_NOOP("errors", "Enter a date, such as 2026-03-05."),
    "date-impossible": QT_TRANSLATE_NOOP("errors", "There is no such day as {given}. Check month and day."),
    "date-lunar": QT_TRANSLATE_NOOP("errors", "{given} is a lunar date. Enter the solar date here."),
    "date-needs-year": QT_TRANSLATE_NOOP(
        "errors", "{given} has no year. Write the whole date, such as 2026-03-05."
    ),
    "date-no-such-leap-month": QT_TRANSLATE_NOOP(
        "errors", "The lunar year {year} has no leap month {month}. Check year and month."
    ),
    "date-not-a-day": QT_TRANSLATE_NOOP("errors", "{given} is a time of day. Enter a date."),
    "date-unclear": QT_TRANSLATE_NOOP(
        "errors", "{given} is not clear. Write it as 2026-03-05, 03-05 or 农历八月十五."
    ),
    "date-which-calendar": QT_TRANSLATE_NOOP(
        "errors", "{given} may be solar or lunar. Write 农历 before it, or figures as 8-15."
    ),
    "date-year-last": QT_TRANSLATE_NOOP(
        "errors", "{given} may be read in two ways. Write the year first: 2026-03-05."
    ),
    "date-year-short": QT_TRANSLATE_NOOP("errors", "Write the year of {given} with four figures."),
    "email-domain": QT_TRANSLATE_NOOP("errors", "{domain} is not a mail domain. Check what stands after @."),
    "email-empty": QT_TRANSLATE_NOOP("errors", "Enter an e-mail address."),
    "email-name": QT_TRANSLATE_NOOP(
        "errors", "{given} is not an e-mail address. Check what stands before @."
    ),
    "email-no-at": QT_TRANSLATE_NOOP("errors", "{given} has no @. Write the address as name@example.com."),
    "id-card-birth": QT_TRANSLATE_NOOP(
        "errors", "{birth} in the identity number is no date of birth. Check characters 7 to 14."
    ),
    "id-card-character": QT_TRANSLATE_NOOP(
        "errors", "An identity number has figures only, and perhaps X at the end. Check {given}."
    ),
    "id-card-check-digit": QT_TRANSLATE_NOOP(
        "errors", "The check digit {last} of the identity number does not fit. Look at the card."
    ),
    "id-card-empty": QT_TRANSLATE_NOOP("errors", "Enter the identity number."),
    "id-card-length": QT_TRANSLATE_NOOP(
        "errors", "The identity number has {found} characters, not {needed}. Compare it with the card."
    ),
    "id-card-lossy": QT_TRANSLATE_NOOP(
        "errors", "The spreadsheet lost its last digits. Format the column as text and enter it again."
    ),
    "id-card-old": QT_TRANSLATE_NOOP(
        "errors", "Identity numbers of 15 figures are no longer valid. Enter the one of 18."
    ),
    "id-card-province": QT_TRANSLATE_NOOP(
        "errors", "Identity numbers do not begin with {province}. Check the first two figures."
    ),
    "name-empty": QT_TRANSLATE_NOOP("errors", "Enter the name."),
    "name-not-a-name": QT_TRANSLATE_NOOP("errors", "{given} is not a name. Enter the full name."),
    "name-too-long": QT_TRANSLATE_NOOP("errors", "The name is longer than {longest} characters. Shorten it."),
    "phone-bad-area-code": QT_TRANSLATE_NOOP(
        "errors", "{given} is no landline. Check the area code; what follows begins with 2 to 8."
    ),
    "phone-bad-foreign": QT_TRANSLATE_NOOP(
        "errors", "{given} is not a number of that country. Write it as +49 151 12345678."
    ),
    "phone-bad-mobile": QT_TRANSLATE_NOOP("errors", "Mobile numbers begin with 13 to 19. Check {given}."),
    "phone-empty": QT_TRANSLATE_NOOP("errors", "Enter a phone number."),
    "phone-letters": QT_TRANSLATE_NOOP(
        "errors", "{given} holds something that is no figure. Enter the phone number alone."
    ),
    "phone-lossy": QT_TRANSLATE_NOOP(
        "errors", "{given} has lost digits. Format the column as text and enter the number again."
    ),
    "phone-masked": QT_TRANSLATE_NOOP("errors", "{given} is masked. Enter all figures of the number."),
    "phone-no-area-code": QT_TRANSLATE_NOOP(
        "errors", "{given} lacks the area code. Write it as 028-85551234."
    ),
    "phone-several": QT_TRANSLATE_NOOP(
        "errors", "{given} holds several numbers. Enter one number in each field."
    ),
    "phone-too-long": QT_TRANSLATE_NOOP(
        "errors", "The number {given} has {found} figures; {needed} are expected. Take the extra ones away."
    ),
    "phone-too-short": QT_TRANSLATE_NOOP(
        "errors", "The number {given} has {found} figures; {needed} are expected. Add the missing ones."
    ),
    "plate-empty": QT_TRANSLATE_NOOP("errors", "Enter the licence plate."),
    "plate-length": QT_TRANSLATE_NOOP(
        "errors", "The plate {given} has {found} characters; plates have 7, new-energy plates 8."
    ),
    "plate-lossy": QT_TRANSLATE_NOOP(
        "errors", "{given} is not a plate. Format the column as text and enter it again."
    ),
    "plate-mistaken-letter": QT_TRANSLATE_NOOP(
        "errors", "Character {position} of the plate cannot be {character}. Is it {meant}?"
    ),
    "plate-office": QT_TRANSLATE_NOOP(
        "errors", "The second character of a plate is a letter, not {character}. Check {given}."
    ),
    "plate-province": QT_TRANSLATE_NOOP(
        "errors", "A plate begins with a province, as 川, not with {character}. Check {given}."
    ),
    "plate-shape": QT_TRANSLATE_NOOP(
        "errors", "{given} is not a plate of any kind. Compare it with the vehicle licence."
    ),
    "postcode-empty": QT_TRANSLATE_NOOP("errors", "Enter the postcode."),
    "postcode-wrong": QT_TRANSLATE_NOOP(
        "errors", "{given} is not a postcode. Postcodes have six figures, such as 610041."
    ),
    "uscc-character": QT_TRANSLATE_NOOP(
        "errors", "Character {position} of the credit code cannot be {character}. Look at the licence."
    ),
    "uscc-check-digit": QT_TRANSLATE_NOOP(
        "errors", "The check digit {last} of the credit code does not fit. Compare all with the licence."
    ),
    "uscc-department": QT_TRANSLATE_NOOP(
        "errors", "Credit codes do not begin with {character}; those of companies begin with 9."
    ),
    "uscc-empty": QT_TRANSLATE_NOOP("errors", "Enter the unified social credit code."),
    "uscc-length": QT_TRANSLATE_NOOP(
        "errors", "The credit code has {found} characters, not {needed}. Compare it with the licence."
    ),
    "uscc-lossy": QT_TRANSLATE_NOOP(
        "errors", "The spreadsheet rounded the code. Format the column as text and enter it again."
    ),
    "uscc-mistaken-letter": QT_TRANSLATE_NOOP(
        "errors", "Character {position} of the credit code cannot be {character}. Is it {meant}?"
    ),
    "uscc-region": QT_TRANSLATE_NOOP(
        "errors",
        "Character {position} of the credit code is {character}; it must be a figure. Look at the licence.",
    ),
    "vin-character": QT_TRANSLATE_NOOP(
        "errors", "Character {position} of the VIN cannot be {character}. Look at the vehicle."
    ),
    "vin-check-digit": QT_TRANSLATE_NOOP(
        "errors", "The check digit {character} of the VIN does not fit. Compare all with the vehicle."
    ),
    "vin-empty": QT_TRANSLATE_NOOP("errors", "Enter the VIN."),
    "vin-length": QT_TRANSLATE_NOOP(
        "errors", "The VIN has {found} characters, not {needed}. Compare it with the vehicle."
    ),
    "vin-lossy": QT_TRANSLATE_NOOP(
        "errors", "The spreadsheet rounded this VIN. Format the column as text and enter it again."
    ),
    "vin-mistaken-letter": QT_TRANSLATE_NOOP(
        "errors", "Character {position} of the VIN cannot be {character}. Is it {meant}?"
    ),
    "vin-tail": QT_TRANSLATE_NOOP(
        "errors", "The VIN ends in {tail}, but it must be four figures. Look at the vehicle."
    ),
    "wechat-empty": QT_TRANSLATE_NOOP("errors", "Enter the WeChat id."),
    "wechat-lossy": QT_TRANSLATE_NOOP(
        "errors", "The spreadsheet rounded the id. Format the column as text and enter it again."
    ),
    "wechat-wrong": QT_TRANSLATE_NOOP(
        "errors", "{given} is not a WeChat id. It has 6 to 20 letters, figures, _ or -, a letter first."
    ),
}

TEXTS: dict[str, str] = {code: str(text) for code, text in _MARKED.items()}
