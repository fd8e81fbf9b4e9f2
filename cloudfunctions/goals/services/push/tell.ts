import type { Day, Instant } from '#contracts/common';
import type { MessageEvent, TemplateUse } from '#contracts/message';
import { inParallel } from '../../../shared/data/in-parallel';
import type { Employee } from '../../../shared/kernel/employee';
import { notify } from '../../../shared/outbox/outbox';
import type { Proposal } from '../../domain/push/proposal';
import type { PushRow } from './push-target';

const nameOf = ({ name, nameEn }: Pick<Employee, 'name' | 'nameEn'>) => ({
  'zh-CN': name,
  en: nameEn || name,
});

interface By {
  readonly cycleId: string;
  readonly me: Employee;
  readonly now: Instant;
}

const LANES = 10;

/**
 * Tells everybody to whom an objective was pushed, by a message each: whoever a call before has told is not told again, and who
 * is added by a later call is.
 */
export async function tellPushed(
  rows: readonly PushRow[],
  { cycleId, deadline, me, now }: By & { readonly deadline: Day },
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const { id, title } = first.objective;
  const asked = new Set(rows.flatMap(({ target }) => target.asks));
  await inParallel([...asked], LANES, (to) =>
    notify({
      _id: `goal-pushed:${cycleId}:${me._id}:${id}:${to}`,
      event: 'goal.pushed',
      to: [to],
      data: { name: nameOf(me), title, deadline },
      aboutId: null,
      at: now,
      template: 'waiting',
    }),
  );
}

/** Tells what became of a proposal; the same step is told once. */
/** What waits for somebody is told by WeChat as such, and what became of it as a result. */
const TEMPLATES: Readonly<Partial<Record<MessageEvent, TemplateUse>>> = {
  'goal.changed': 'waiting',
  'goal.countered': 'waiting',
  'goal.confirmed': 'result',
  'goal.accepted': 'result',
  'goal.withdrawn': 'result',
};

export async function tellStep(
  event: MessageEvent,
  { id, rev, objective, deadline }: Proposal,
  {
    sheetId,
    to,
    comment = '',
  }: { readonly sheetId: string; readonly to: readonly string[]; readonly comment?: string },
  { me, now }: Pick<By, 'me' | 'now'>,
): Promise<void> {
  await notify({
    _id: `${event}:${sheetId}:${id}:${rev}`,
    event,
    to: to.filter((each) => each !== me._id),
    data: { name: nameOf(me), title: objective.title, deadline, ...(comment && { comment }) },
    aboutId: null,
    at: now,
    template: TEMPLATES[event] ?? null,
  });
}

/** Tells whoever has agreed to a pushed objective that somebody above has changed or dropped it, once for each revision. */
export async function tellAmended(
  event: 'goal.amended' | 'goal.dropped',
  { sheetId, objectiveId, title, rev, to }: Amended,
  { me, now, reason }: Pick<By, 'me' | 'now'> & { readonly reason: string },
): Promise<void> {
  await notify({
    _id: `${event}:${sheetId}:${rev}`,
    event,
    to: to.filter((each) => each !== me._id),
    data: { name: nameOf(me), title, ...(reason && { comment: reason }) },
    aboutId: `${sheetId}/${objectiveId}`,
    at: now,
    template: null,
  });
}

interface Amended {
  readonly sheetId: string;
  readonly objectiveId: string;
  readonly title: string;
  /** Of what is agreed in the sheet. */
  readonly rev: number;
  readonly to: readonly string[];
}
