import { failures, type Catalogue } from '../../shared/errors';

/** What can be wrong with a file, and the way out of each. */
export const importFailures = {
  'csv-too-few-fields': {
    message: (v) => `Line ${v.line} has ${v.found} fields where ${v.expected} are expected.`,
    hint: () => 'Get the file again if it was cut, or check the delimiter and the quote.'
  },
  'csv-too-many-fields': {
    message: (v) => `Line ${v.line} has ${v.found} fields where ${v.expected} are expected.`,
    hint: () => 'Check the delimiter, or put quotes around text that contains it.'
  },
  'csv-quote-open': {
    message: () => 'A quote opens here and never closes.',
    hint: () => 'Get the file again if it was cut, or choose another quote.'
  },
  'csv-quote-stray': {
    message: (v) =>
      v.opened === undefined
        ? 'Text follows a closing quote.'
        : `A quote that opens on line ${v.opened} closes before text on line ${v.line}: it may lack its end.`,
    hint: () => 'Double the quotes inside the field, or choose another quote.'
  },
  'csv-nul': {
    message: () => 'A NUL byte stands here: this is not plain text, or its encoding is another.',
    hint: () => 'Check the encoding (UTF-16 has NUL bytes), or export the file again.'
  },
  'csv-not-utf-8': {
    message: () => 'A byte here is not UTF-8.',
    hint: () => 'Choose the encoding that the file was written in, such as Windows-1252.'
  },
  'csv-line-too-long': {
    message: () => 'A record is longer than 32 MB.',
    hint: () => 'Check the quote: one that opens by mistake swallows the lines after it.'
  },
  'csv-too-many-columns': {
    message: (v) => `The first record has ${v.found} fields; more than ${v.most} are not read.`,
    hint: () => 'Check the delimiter and the quote.'
  },
  'csv-last-line-cut': {
    message: (v) => `The file ends within line ${v.line}: its last field is empty and no line break follows.`,
    hint: () => 'Get the file again, or confirm that the last line is whole (lastLine: whole).'
  },
  'csv-encoding': {
    message: (v) => `The file is not ${v.encoding} throughout; it may have been cut.`,
    hint: () => 'Get the file again, or choose the encoding it was written in.'
  },
  'csv-count-differs': {
    message: (v) => `The file has ${v.records} records, but ${v.rows} rows were loaded.`,
    hint: () => 'Report this: the file was read in two ways and they disagree. Nothing was kept.'
  },
  'csv-engine-disagrees': {
    message: () => 'The engine reads the quotes in this file in another way than the check does.',
    hint: () => 'Check the delimiter and the quote; a space before an opening quote is not allowed.'
  },
  'file-empty': {
    message: (v) => `${v.file} is empty.`,
    hint: () => 'Get the file again: the copy may have been cut off.'
  },
  'file-missing': {
    message: (v) => `${v.file} is not among the files given.`,
    hint: () => 'Choose the file, or the folder or archive that it lies in.'
  },
  'file-changed': {
    message: (v) => `${v.file} has changed since it was read (was ${v.was}, now ${v.now}).`,
    hint: () => 'Import it again, or bring back the file as it was.'
  },
  'file-unreadable': {
    message: (v) => `${v.file} can no longer be read: it was changed, moved or deleted.`,
    hint: () => 'Choose the file again.'
  },
  'file-ambiguous': {
    message: (v) => `Several of the files given could be ${v.file}.`,
    hint: () => 'Give the path with its folder.'
  },
  'gzip-damaged': {
    message: (v) => `${v.file} cannot be unpacked: it is cut or damaged.`,
    hint: () => 'Get the file again.'
  },
  'zip-damaged': {
    message: (v) => `${v.file} cannot be unpacked: it is cut or damaged.`,
    hint: () => 'Get the file again.'
  },
  'zip-encrypted': {
    message: (v) => `${v.file} is protected by a password.`,
    hint: () => 'Unpack it on this computer and drop the folder.'
  },
  'zip-nested': {
    message: (v) => `${v.file} is an archive inside an archive.`,
    hint: () => 'Unpack the outer one and drop the inner one.'
  },
  'zip-bomb': {
    message: (v) => `${v.file} (${v.packed}) would unpack to ${v.size}.`,
    hint: () => 'Unpack it on this computer and drop the files, if you trust them.'
  },
  'format-xls': {
    message: (v) => `${v.file} is a workbook in an older or binary Excel format.`,
    hint: () => 'Open it in Excel or LibreOffice and save it as .xlsx.'
  },
  'format-ods': {
    message: (v) => `${v.file} is an OpenDocument spreadsheet.`,
    hint: () => 'Open it in LibreOffice and save it as .xlsx or CSV.'
  },
  'format-encrypted': {
    message: (v) => `${v.file} is ${v.what}.`,
    hint: () => 'Save it without the password or the encryption and drop it again.'
  },
  'format-spss': {
    message: (v) => `${v.file} is ${v.what}.`,
    hint: () => 'Export it as CSV: in SPSS File > Export > CSV, in R haven::read_sav and write.csv.'
  },
  'format-stata': {
    message: (v) => `${v.file} is ${v.what}.`,
    hint: () => 'Export it as CSV: in Stata export delimited, in R haven::read_dta and write.csv.'
  },
  'format-sas': {
    message: (v) => `${v.file} is ${v.what}.`,
    hint: () => 'Export it as CSV: in SAS proc export, in R haven::read_sas or read_xpt and write.csv.'
  },
  'format-pdf': {
    message: (v) => `${v.file} is a PDF, not a table.`,
    hint: () => 'Ask for the data behind it as CSV or Excel.'
  },
  'format-image': {
    message: (v) => `${v.file} is ${v.what}, not a table.`,
    hint: () => 'Ask for the data behind it as CSV or Excel.'
  },
  'format-html': {
    message: (v) => `${v.file} is a web page, whatever its name says.`,
    hint: () => 'Download the file itself (the page may be a login), or save the table as CSV.'
  },
  'format-archive': {
    message: (v) => `${v.file} is ${v.what}.`,
    hint: () => 'Unpack it on this computer and drop the files.'
  },
  'format-other': {
    message: (v) => `${v.file} is ${v.what}, which is not read here.`,
    hint: () => 'Save it as CSV, Parquet or Excel and drop it again.'
  },
  'format-unknown': {
    message: (v) => `${v.file} is of no kind that is known here.`,
    hint: () => 'Save it as CSV, Parquet, JSON or Excel and drop it again.'
  },
  'format-differs': {
    message: (v) => `${v.file} is ${v.found}, where ${v.expected} is expected.`,
    hint: () => 'Choose the right file, or change the format of the import.'
  },
  'inner-missing': {
    message: (v) => `${v.file} has no table or sheet called ${v.inner}.`,
    hint: (v) => `Choose one of those it has: ${v.has}.`
  },
  'inner-needed': {
    message: (v) => `${v.file} holds ${v.count} tables.`,
    hint: (v) => `Choose one of them: ${v.has}.`
  },
  'column-missing': {
    message: (v) => `${v.file} has no column called ${v.column}.`,
    hint: (v) => `Choose one of those it has: ${v.has}.`
  },
  'column-unplanned': {
    message: (v) => `${v.file} has ${v.found} columns; the import names ${v.planned}.`,
    hint: () => 'Open the import again and confirm its columns.'
  },
  'import-misfits': {
    message: (v) =>
      `${v.count} values do not fit their columns; the first stands in line ${v.line}, column ${v.column}.`,
    hint: () => 'Read that column as text, set these rows aside, or mend the file.'
  },
  'json-syntax': {
    message: (v) => `This is not JSON: ${v.expected} is expected here.`,
    hint: () => 'Get the file again if it was cut, or mend it at this place.'
  },
  'json-no-table': {
    message: () => 'This JSON holds no table: a list of objects or an object of lists is expected.',
    hint: () => 'Save the list of records alone.'
  },
  'json-lengths': {
    message: (v) => `The lists in this JSON differ in length: ${v.column} has ${v.found}, the first has ${v.expected}.`,
    hint: () => 'Save it as a list of objects.'
  },
  'json-too-large': {
    message: (v) => `${v.file} is ${v.size}; JSON that is one value is read up to ${v.most}.`,
    hint: () => 'Save it as NDJSON (one object a line), CSV or Parquet.'
  },
  'parquet-damaged': {
    message: (v) => `${v.file} cannot be read as Parquet: it is cut or damaged.`,
    hint: () => 'Get the file again.'
  },
  'arrow-damaged': {
    message: (v) => `${v.file} cannot be read as Arrow: it is cut or damaged.`,
    hint: () => 'Get the file again.'
  },
  'range-unreadable': {
    message: (v) => `${v.range} is no range of cells of ${v.file}.`,
    hint: () => 'Write its first and last cell, such as B3:F40.'
  },
  'excel-damaged': {
    message: (v) => `${v.file} cannot be read as a workbook: it is cut or damaged.`,
    hint: () => 'Open it in Excel or LibreOffice, save it again, and drop it.'
  },
  'database-unreadable': {
    message: (v) => `${v.file} cannot be opened as a DuckDB database.`,
    hint: () => 'Write it with DuckDB 1.4 or older, or export its tables as Parquet.'
  },
  'count-differs': {
    message: (v) => `${v.file} says it has ${v.records} rows, but ${v.rows} were read.`,
    hint: () => 'Get the file again: it may be damaged. Nothing was kept.'
  },
  'table-empty': {
    message: (v) => `${v.file} has no columns.`,
    hint: () => 'Check that the right sheet or table is chosen.'
  }
} satisfies Catalogue<string>;

export const fail = failures(importFailures);
