import { boolean, integer, minValue, number, optional, pipe, strictObject, transform } from 'valibot';
import type { Instant } from '#contracts/common';
import type { PayFileExport, PayFilesContract } from '#contracts/pay-files';
import { opening } from '../../second-check/public';
import { verifiedLinks } from '../../shared/files/verified-links';
import { clientKey, month } from '../../shared/inputs';
import { employeeOrConsoleAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { fileId, format, language } from '../inputs/order';
import { type ExportState, exportUnit, totalOf } from '../services/export-unit';
import { requesterOf } from '../services/requester';

const instant = pipe(
  number(),
  integer(),
  minValue(0),
  transform((value) => value as Instant),
);

/** How long a call reads, ms: far below the function's time limit, and the file is still to be written. */
const UNIT_MS = 20_000;

/**
 * Makes a file of a locked month, one piece a call; `running` asks to be called again with the same key, which a retry
 * does as well. Links are given to who has made it, once the whole agrees with the run. That the people in it were read
 * is recorded.
 * @throws AppError SECOND_CHECK_NEEDED, NOT_FOUND, PAY_FILE_REFUSED, PAY_FILE_ACCOUNTS, PAY_FILE_EXPORTED, PAY_FILE_EMPTY,
 * PAY_FILE_UNBALANCED, BUSY
 */
export const exportPayFile = employeeOrConsoleAction<PayFilesContract['exportPayFile']>({
  input: strictObject({
    ...{ key: clientKey, month, file: fileId, format, language },
    ...{ again: optional(boolean()), accountsUntil: optional(instant), opening: optional(opening) },
  }),
  allow: can('export', 'Payroll'),
  async run({ input, me, openid, now }) {
    const { key, again = false, accountsUntil, opening: opened, ...order } = input;
    const by = await requesterOf(me, { opening: opened, openid, now });
    const deadline = performance.now() + UNIT_MS;
    return exportView(await exportUnit(order, { key, again, accountsUntil, by, now, deadline }));
  },
});

async function exportView({ of, run, events }: ExportState): Promise<PayFileExport> {
  const isDone = of.state === 'done';
  return {
    ...{ file: of.file, state: of.state, done: of.tally.people, people: run.people },
    files: of.files.map(({ name, rows, bytes }) => ({ name, rows, bytes })),
    links: isDone ? await verifiedLinks(of.files) : [],
    total: isDone ? totalOf(of) : null,
    ...{ leftOut: isDone ? of.leftOut : [], leftOutCount: of.leftOutCount },
    ...{ first: events.first, count: events.count },
  };
}
