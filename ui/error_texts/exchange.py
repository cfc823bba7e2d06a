"""Refusals of lists that come in and of their rows."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "list-not-found": QT_TRANSLATE_NOOP(
        "errors",
        "The file {file} is no longer there. Choose it again.",
    ),
    "list-is-folder": QT_TRANSLATE_NOOP(
        "errors",
        "{file} is a folder. Choose the list inside it.",
    ),
    "list-unreadable": QT_TRANSLATE_NOOP(
        "errors",
        "{file} cannot be opened ({reason}). Close it in other programs, or copy it to this "
        "computer and choose it again.",
    ),
    "list-empty": QT_TRANSLATE_NOOP(
        "errors",
        "{file} is empty. Choose a list with customers in it.",
    ),
    "list-too-large": QT_TRANSLATE_NOOP(
        "errors",
        "{file} has {size} MB; at most {limit} MB can be read. Split it into several files.",
    ),
    "list-swells": QT_TRANSLATE_NOOP(
        "errors",
        "{file} would unpack to {size} MB, which no ordinary list does. Save it anew in Excel "
        "(only the sheet with customers) and try again.",
    ),
    "list-too-heavy": QT_TRANSLATE_NOOP(
        "errors",
        "{file} takes too much memory to read. Copy the rows with customers into a new "
        "workbook, save it, and import that.",
    ),
    "list-too-slow": QT_TRANSLATE_NOOP(
        "errors",
        "Reading {file} got stuck for {seconds} seconds. Copy its rows into a new workbook and import that.",
    ),
    "list-damaged": QT_TRANSLATE_NOOP(
        "errors",
        "{file} is damaged and cannot be read. Open it in Excel, save it under another name, "
        "and import that.",
    ),
    "list-has-password": QT_TRANSLATE_NOOP(
        "errors",
        "{file} is protected by a password. Open it in Excel, remove the password (File, Info, "
        "Protect Workbook), save and import again.",
    ),
    "list-has-macros": QT_TRANSLATE_NOOP(
        "errors",
        "{file} contains macros, which can do harm and are not needed. Save it in Excel as "
        "“Excel Workbook (.xlsx)” and import that.",
    ),
    "list-has-dtd": QT_TRANSLATE_NOOP(
        "errors",
        "{file} contains definitions that no ordinary workbook has and that can do harm. Copy "
        "its rows into a new workbook and import that.",
    ),
    "list-has-no-sheet": QT_TRANSLATE_NOOP(
        "errors",
        "{file} has no visible sheet. Unhide the sheet with customers in Excel and save.",
    ),
    "list-sheet-missing": QT_TRANSLATE_NOOP(
        "errors",
        "{file} has no sheet named “{sheet}”. Choose another sheet.",
    ),
    "list-too-long": QT_TRANSLATE_NOOP(
        "errors",
        "{file} has {rows} rows; at most {limit} can be imported at once. Split it into several files.",
    ),
    "list-too-wide": QT_TRANSLATE_NOOP(
        "errors",
        "{file} has {columns} columns; at most {limit} can be read. Delete the columns that are not needed.",
    ),
    "list-quote-open": QT_TRANSLATE_NOOP(
        "errors",
        "From line {line} on, a quotation mark in {file} is not closed, or a cell is far too "
        "long. Open the file in Excel, save it as .xlsx and import that.",
    ),
    "list-encoding-unknown": QT_TRANSLATE_NOOP(
        "errors",
        "The characters of {file} cannot be told from line {line} on: it is neither UTF-8 nor "
        "GBK/GB18030. Open it in the program it came from and save it as “CSV UTF-8” or .xlsx.",
    ),
    "list-is-web-page": QT_TRANSLATE_NOOP(
        "errors",
        "{file} is a web page in spite of its name. Open it in Excel, save it as “Excel "
        "Workbook (.xlsx)” and import that.",
    ),
    "list-is-pdf": QT_TRANSLATE_NOOP(
        "errors",
        "{file} is a PDF. Ask for the list as an Excel or CSV file.",
    ),
    "list-is-image": QT_TRANSLATE_NOOP(
        "errors",
        "{file} is a picture. Ask for the list as an Excel or CSV file.",
    ),
    "list-is-media": QT_TRANSLATE_NOOP(
        "errors",
        "{file} is a sound, picture or film. Choose an Excel, CSV or vCard file.",
    ),
    "list-is-program": QT_TRANSLATE_NOOP(
        "errors",
        "{file} is a program, not a list. Do not open it; ask the sender what it is.",
    ),
    "list-is-archive": QT_TRANSLATE_NOOP(
        "errors",
        "{file} is a compressed archive. Unpack it and choose the list inside.",
    ),
    "list-is-database": QT_TRANSLATE_NOOP(
        "errors",
        "{file} is a database. Export the customers from its program as Excel or CSV.",
    ),
    "list-is-document": QT_TRANSLATE_NOOP(
        "errors",
        "{file} is a text document. Copy the table into Excel, save it and import that.",
    ),
    "list-is-opendocument": QT_TRANSLATE_NOOP(
        "errors",
        "{file} is an OpenDocument file. Save it as “Excel Workbook (.xlsx)” and import that.",
    ),
    "list-is-xlsb": QT_TRANSLATE_NOOP(
        "errors",
        "{file} is a binary workbook. Save it in Excel as “Excel Workbook (.xlsx)” and import that.",
    ),
    "list-is-old-spreadsheet": QT_TRANSLATE_NOOP(
        "errors",
        "{file} comes from a very old Excel (before 1997). Open it in Excel, save it as .xlsx "
        "and import that.",
    ),
    "list-is-binary": QT_TRANSLATE_NOOP(
        "errors",
        "{file} is neither a workbook nor text. Choose an Excel, CSV or vCard file.",
    ),
    "list-name-missing": QT_TRANSLATE_NOOP(
        "errors",
        "Neither a name nor a company is given. Fill in one of them.",
    ),
    "list-name-is-number": QT_TRANSLATE_NOOP(
        "errors",
        "“{given}” is no name. Fill in the name of the customer.",
    ),
    "list-unreachable": QT_TRANSLATE_NOOP(
        "errors",
        "Only a name: no phone, WeChat, e-mail or address to reach {name}.",
    ),
    "list-digits-lost": QT_TRANSLATE_NOOP(
        "errors",
        "Excel has dropped digits of this number ({given}), so it is not taken over. Format "
        "the column as text and type the whole number.",
    ),
    "list-choice-unknown": QT_TRANSLATE_NOOP(
        "errors",
        "“{given}” is not one of the choices in the settings; it is kept in the note.",
    ),
    "list-gender-unknown": QT_TRANSLATE_NOOP(
        "errors",
        "“{given}” is neither male nor female; it is kept in the note.",
    ),
    "list-mileage-unclear": QT_TRANSLATE_NOOP(
        "errors",
        "“{given}” is no mileage; it is kept in the note.",
    ),
    "list-text-too-long": QT_TRANSLATE_NOOP(
        "errors",
        "This text has {found} characters; at most {most} fit. Shorten it.",
    ),
    "list-mapping-needs-name": QT_TRANSLATE_NOOP(
        "errors",
        "No column is marked as name or company. Choose the column that holds it.",
    ),
    "list-duplicate-row": QT_TRANSLATE_NOOP(
        "errors",
        "The same customer already stands in row {row} of this list (score {score}).",
    ),
    "list-duplicate-card": QT_TRANSLATE_NOOP(
        "errors",
        "This customer is already kept as {number} {name} (score {score}).",
    ),
    "import-cancelled": QT_TRANSLATE_NOOP(
        "errors",
        "The import was stopped; nothing was kept.",
    ),
    "import-already-undone": QT_TRANSLATE_NOOP(
        "errors",
        "This import was undone before.",
    ),
    "export-kind-unknown": QT_TRANSLATE_NOOP(
        "errors",
        "“{given}” is no kind of list. Name the file .xlsx, .csv or .vcf.",
    ),
    "export-cancelled": QT_TRANSLATE_NOOP(
        "errors",
        "The export was stopped; no file was left.",
    ),
    "export-unwritable": QT_TRANSLATE_NOOP(
        "errors",
        "{file} cannot be written ({reason}). Close it in other programs or choose another folder.",
    ),
}
