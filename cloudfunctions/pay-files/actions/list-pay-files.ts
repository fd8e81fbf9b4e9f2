import { optional, strictObject } from 'valibot';
import type { Fen } from '#contracts/pay';
import type {
  AccountChange,
  MissingData,
  NotInFile,
  PayFileOffer,
  PayFilesContract,
} from '#contracts/pay-files';
import { findPayRun, findPeopleOfRun } from '../../payroll/public';
import { employeesById } from '../../people/public';
import { briefOf } from '../../people/rules';
import { opening } from '../../second-check/public';
import { employeeId, month } from '../../shared/inputs';
import { employeeOrConsoleAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findSettings, type VersionedSettings } from '../data/file-settings';
import { type ChangedAccount, findChangedAccounts, findWhatIsThere } from '../data/pay-details';
import { findExports } from '../data/pay-exports';
import { eventsOf, type PayExport } from '../domain/pay-export';
import { batchOf, PAY_FILES, type PayFile, templateOf } from '../domain/pay-files';
import { blockedBy } from '../services/export-unit';
import { requesterOf } from '../services/requester';

/** People who are looked at in a call. */
const PAGE_SIZE = 500;

/**
 * What a month can give: each file with who has exported it, and the people whose data is missing by name, of the first
 * five hundred. Amounts and numbers of persons are not read.
 * @throws AppError SECOND_CHECK_NEEDED
 */
export const listPayFiles = employeeOrConsoleAction<PayFilesContract['payFiles']>({
  input: strictObject({ month, cursor: optional(employeeId), opening: optional(opening) }),
  allow: can('export', 'Payroll'),
  async run({ input: { month: of, cursor = '', opening: opened }, me, openid, now }) {
    await requesterOf(me, { opening: opened, openid, now });
    const [run, exports, settings, ids] = await Promise.all([
      findPayRun(of),
      findExports(of),
      findSettings(),
      findPeopleOfRun(of, cursor, PAGE_SIZE),
    ]);
    const isFinal = run?.state === 'locked' || run?.state === 'published';
    const changed = isFinal && run.lockedAt !== null ? await findChangedAccounts(run.lockedAt) : [];
    return {
      ...{ month: of, state: run?.state ?? 'none', paidOn: run?.paidOn ?? null },
      ...{ version: run?.version ?? 0, people: run?.people ?? 0, net: run?.sums.net ?? (0 as Fen) },
      batch: run ? batchOf(of, run.version) : '',
      files: PAY_FILES.map((file) => offerOf(file, { exports, settings, version: run?.version ?? 0 })),
      missing: isFinal ? await missingOf(ids, now) : [],
      ...{ accounts: await accountsOf(changed, now), accountsCount: changed.length },
      next: isFinal && ids.length === PAGE_SIZE ? (ids.at(-1) ?? null) : null,
    };
  },
});

interface Known {
  readonly exports: readonly PayExport[];
  readonly settings: VersionedSettings;
  readonly version: number;
}

function offerOf(file: PayFile, known: Known): PayFileOffer {
  const { id, group, hasLanguages } = file;
  const { name, format, since, source } = templateOf(file, 'zh-CN');
  const events = eventsOf(known.exports.filter((each) => each.file === id));
  return { id, group, name, format, hasLanguages, since, source, ...events, blocked: blockedBy(file, known) };
}

/** Accounts that are listed before the rest is a number. */
const MAX_ACCOUNTS = 20;

async function accountsOf(changed: readonly ChangedAccount[], now: number): Promise<AccountChange[]> {
  const first = changed.slice(0, MAX_ACCOUNTS);
  const people = await employeesById(
    first.map(({ employeeId: id }) => id),
    now,
  );
  return first.map(({ employeeId: id, at, by }) => {
    const person = people.get(id);
    return { person: person ? briefOf(person) : { id, name: id, nameEn: '' }, by, at };
  });
}

async function missingOf(ids: readonly string[], now: number): Promise<MissingData[]> {
  const [people, there] = await Promise.all([employeesById(ids, now), findWhatIsThere(ids)]);
  return ids.flatMap((id): MissingData[] => {
    const [person, known] = [people.get(id), there.get(id)];
    if (!person) return [{ person: { id, name: id, nameEn: '' }, rules: ['no-record'] }];
    const rules: NotInFile[] = [
      ...(known?.hasAccount ? [] : (['no-account'] as const)),
      ...(known?.hasId ? [] : (['no-id'] as const)),
      ...(known?.hasPhone ? [] : (['no-phone'] as const)),
    ];
    return rules.length > 0 ? [{ person: briefOf(person), rules }] : [];
  });
}
