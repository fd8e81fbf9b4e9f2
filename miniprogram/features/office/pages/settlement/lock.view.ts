import type { Minutes } from '#contracts/common';
import type { LockEvent, Settlement } from '#contracts/settlement';
import { nameOfPerson } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import { instantText } from '../../../../utils/dates';

export const actorOf = ({ byName, byNameEn }: Pick<LockEvent, 'byName' | 'byNameEn'>, words: Words): string =>
  nameOfPerson(byName, byNameEn, words) || words.t('settlement.console');

const lastOf = ({ history }: Settlement, kind: LockEvent['kind']): LockEvent | undefined =>
  history.filter((event) => event.kind === kind).pop();

/** When the month was unlocked after its last pass: its results are still the locked ones. */
export function unlockedSince(run: Settlement): LockEvent | null {
  const last = lastOf(run, 'unlocked');
  return run.state === 'done' && last && last.at >= (run.doneAt ?? 0) ? last : null;
}

export const isOutdated = (run: Settlement): boolean => unlockedSince(run) !== null;

/** Who asks to unlock the month, and why; empty if nobody does. */
export function unlockText(run: Settlement, words: Words): string {
  const asked = lastOf(run, 'unlock-asked');
  if (!run.unlock || !asked) return '';
  const { reason, isOwn } = run.unlock;
  return isOwn
    ? words.t('settlement.unlockOwn', { reason })
    : words.t('settlement.unlockAsked', { name: actorOf(asked, words), reason });
}

function eventText(event: LockEvent, before: LockEvent | undefined, words: Words): string {
  const { kind, reason = '', byName } = event;
  const isTakenBack = kind === 'unlock-refused' && before?.byName === byName;
  const key = isTakenBack ? 'unlock-taken-back' : kind;
  return words.t(`settlement.events.${key}`, { name: actorOf(event, words), reason });
}

/** Locks and unlocks of a month, the latest first. */
export function historyOf(run: Settlement | null | undefined, utcOffset: Minutes, words: Words) {
  return (run?.history ?? [])
    .map((event, at, all) => ({
      key: `${at}`,
      time: instantText(event.at, utcOffset, words),
      text: eventText(event, all[at - 1], words),
    }))
    .reverse();
}
