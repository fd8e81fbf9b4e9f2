import { Readable } from 'node:stream';
import { EJSON } from 'bson';
import { stringify } from 'csv-stringify';
import { CloudError, type EmbeddedCloud } from '../../cloud';
import type { Fields } from '../../cloud/store/document';
import type { ExportFormat } from '../shared/console-api';
import type { Query } from './read-text';

/** Of one export: what a spreadsheet opens and this process holds in memory. */
export const MAX_DOCUMENTS = 20_000;
const MAX_COLUMNS = 500;

const TYPES = { json: 'application/json; charset=utf-8', csv: 'text/csv; charset=utf-8' } as const;

/**
 * Every document of a query.
 * @throws CloudError EXCEED_MAX_PAYLOAD_SIZE if there are more than fit; nothing is left out silently
 */
export async function exportResponse(
  { db }: Pick<EmbeddedCloud, 'db'>,
  { collection, filter, order }: Query,
  format: ExportFormat,
): Promise<Response> {
  const found = await db.find(collection, filter, { order, limit: MAX_DOCUMENTS + 1 });
  if (found.length > MAX_DOCUMENTS)
    throw tooLarge(`More than ${MAX_DOCUMENTS} documents match: narrow the filter.`);
  const body = format === 'csv' ? csvOf(found) : Readable.from(jsonLines(found), { objectMode: false });
  const headers = { 'content-type': TYPES[format], 'content-disposition': 'attachment' };
  return new Response(Readable.toWeb(body) as ReadableStream, { headers });
}

/** One array with one document per line, as relaxed extended JSON. */
export function* jsonLines(documents: readonly Fields[]): Generator<string> {
  let before = '[';
  for (const document of documents) {
    yield `${before}\n${ejson(document)}`;
    before = ',';
  }
  yield documents.length > 0 ? '\n]\n' : '[]\n';
}

/**
 * A table for Excel: UTF-8 with a byte order mark, one column per field in the order of appearance. A text that a
 * spreadsheet would run as a formula gets an apostrophe prefix; numbers stay numbers.
 * @throws CloudError EXCEED_MAX_PAYLOAD_SIZE if there are too many different fields for a table
 */
export function csvOf(documents: readonly Fields[]): Readable {
  const columns = [...new Set(documents.flatMap(Object.keys))];
  if (columns.length > MAX_COLUMNS)
    throw tooLarge(`The documents have more than ${MAX_COLUMNS} different fields: export them as JSON.`);
  const rows = function* (): Generator<(string | number | null)[]> {
    yield columns;
    for (const document of documents)
      yield columns.map((key) => (Object.hasOwn(document, key) ? cell(document[key]) : null));
  };
  const table = stringify({
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
    quote_record_delimiter: true,
  });
  return Readable.from(rows()).compose(table) as Readable;
}

function cell(value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number') return value;
  return value instanceof Date ? value.toISOString() : ejson(value);
}

const ejson = (value: unknown): string => EJSON.stringify(value, { relaxed: true });

function tooLarge(why: string): CloudError {
  return new CloudError('EXCEED_MAX_PAYLOAD_SIZE', why);
}
