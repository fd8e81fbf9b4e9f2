import type { AttendanceContract } from '#contracts/attendance';
import type { ChangeEntry } from '#contracts/change';
import type { Instant } from '#contracts/common';
import type { Assignment } from '#contracts/employee';
import { employeesById, ownChange } from '../../people/public';
import { isAssigned } from '../../people/rules';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { employeeAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { can } from '../../shared/kernel/policy';
import { notify } from '../../shared/outbox/outbox';
import { localTextsIn } from '../../shared/text-check/local-texts';
import { addSite, findSite, replaceSite, type Site } from '../data/sites';
import { changedFields, siteValues } from '../domain/site-change';
import { siteInput } from '../inputs/site';
import { newSecret } from '../services/site-signature';
import { editable, siteView, versionOf } from '../services/site-view';

const MAX_HISTORY = 50;

type Input = AttendanceContract['saveSite']['input'];

/**
 * Adds or changes a site. Idempotent.
 * @throws AppError NOT_FOUND for an unknown keeper or site, VERSION_CONFLICT
 */
export const saveSite = employeeAction<AttendanceContract['saveSite']>({
  input: siteInput,
  allow: can('update', 'Schedule'),
  texts: localTextsIn,
  async run({ input, me, now }) {
    const keepers = new Set(input.site.screenKeepers);
    const [before, known] = await Promise.all([findSite(input.site.id), employeesById([...keepers], now)]);
    if (known.size < keepers.size) throw new AppError('NOT_FOUND', { what: 'employee' });
    const site = before ? await change(before, input, me, now) : await create(input, me, now);
    if (before && isChangedNow(site, input) && isAssigned(me, dayOf(now), isHere(site))) {
      const { _id: id, name: title } = site;
      const told = await ownChange(me, {
        event: 'own.site',
        id,
        version: versionOf(site),
        data: { title },
        now,
      });
      if (told) await notify(told);
    }
    return { site: siteView(site) };
  },
});

/** Also of a repeated call: the one before may have ended between the change and its message, which has one id. */
const isChangedNow = (site: Site, { expectedVersion }: Input): boolean =>
  versionOf(site) === expectedVersion + 1;

const isHere =
  ({ _id }: Site) =>
  ({ siteIds }: Pick<Assignment, 'siteIds'>): boolean =>
    siteIds.includes(_id);

async function create({ site, expectedVersion }: Input, me: Employee, now: Instant): Promise<Site> {
  if (expectedVersion !== 0) throw new AppError('NOT_FOUND', { what: 'site' });
  const { id: _id, ...fields } = site;
  const changes = [entry(me, now, 1, ['created'])];
  const created = { _id, version: 1, ...fields, secret: newSecret(undefined), changes };
  if ((await addSite(created)) === 'duplicate') throw new AppError('VERSION_CONFLICT', { version: 1 });
  return created;
}

async function change(before: Site, input: Input, me: Employee, now: Instant): Promise<Site> {
  const { id: _id, ...fields } = input.site;
  const version = versionOf(before);
  const changed = changedFields(editable(before), fields);
  const isUnchanged = changed.length === 0 && !input.rotateSecret;
  if (isUnchanged && (version === input.expectedVersion || version === input.expectedVersion + 1))
    return before;
  if (version !== input.expectedVersion) throw new AppError('VERSION_CONFLICT', { version });
  const what = input.rotateSecret ? [...changed, 'secret'] : changed;
  const after: Site = {
    _id,
    ...fields,
    version: version + 1,
    ...(before.secret && { secret: before.secret }),
    ...(input.rotateSecret && { secret: newSecret(before.secret) }),
    changes: [
      { ...entry(me, now, version + 1, what), ...siteValues(editable(before), fields) },
      ...(before.changes ?? []),
    ].slice(0, MAX_HISTORY),
  };
  if (!(await replaceSite(before, after))) throw new AppError('VERSION_CONFLICT', { version: version + 1 });
  return after;
}

const entry = (me: Employee, at: Instant, version: number, what: readonly string[]): ChangeEntry => ({
  at,
  byName: me.name,
  byNameEn: me.nameEn,
  version,
  what,
});
