/** Excel takes a file for UTF-8 only when it begins with this mark. */
const byteOrderMark = '\uFEFF';

/** Rows as RFC 4180 has them: commas, CRLF, quotes where a cell needs them. Every cell is safe in a spreadsheet. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  byteOrderMark + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

const cell = (value: string): string => {
  const safe = formulaSafe(value);
  return /[",;\r\n\t']|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/**
 * A spreadsheet reads a cell that begins with one of these signs as a formula, and a formula can start programs or send
 * the sheet away. Names come from tenants, where anybody may have chosen them. A leading apostrophe makes it text. Where
 * the list separator is a semicolon, Excel takes cells apart there as well, so what follows one is guarded too. The
 * wide forms of the signs count in East Asian versions.
 */
const formulaSafe = (value: string): string => value.replace(/(^|;)(?=\s*[=+\-@\t\r\n＝＋－＠])/gu, "$1'");
