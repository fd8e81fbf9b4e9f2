import type { AccountSpan } from '../../accounts/rules';
import { fact, plainAnswer, refused, warning } from '../../approvals/kind/answer';
import { clockMinutes, dayIn, textOf } from '../../approvals/kind/form-values';
import type { KindRules } from '../../approvals/kind/kind';
import { overlapError } from '../../approvals/kind/overlap';
import { spanChanges } from '../../approvals/kind/span-changes';
import { instantAt, isDay } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';

const PUNCH_KEY = /^[A-Za-z0-9_-]{16,64}$/;

/**
 * The rules for approving a recorded field punch. A rejected span is kept, so that the punch does not count.
 * Values: `punchKey`, `day` (the attendance day), `time` (`HH:mm`), `place`, `reason`. Problems: FORM_INVALID,
 * PERIOD_INVALID, PERIOD_OVERLAPS if the punch already has a request.
 */
export const fieldRules: KindRules = (question) => {
  const { values, requestId, account, type } = question;
  const day = dayIn(values, 'day');
  const punchKey = textOf(values, 'punchKey');
  const time = textOf(values, 'time');
  const minutes = clockMinutes(time);
  const wrong = !PUNCH_KEY.test(punchKey)
    ? 'punchKey'
    : !isDay(day)
      ? 'day'
      : minutes === null
        ? 'time'
        : null;
  if (wrong || minutes === null)
    return refused(question, new AppError('FORM_INVALID', { field: wrong ?? 'time', rule: 'wrong-kind' }));
  const at = instantAt(day, minutes);
  const place = textOf(values, 'place');
  const hasPhoto = Array.isArray(values.photo) && values.photo.length > 0;
  const span: AccountSpan = {
    requestId,
    kind: 'field',
    state: 'open',
    name: type.name,
    day,
    from: at,
    to: at,
    minutes: 0,
    punchKey,
  };
  const other = Object.values(account.spans).find(
    (each) => each.punchKey === punchKey && each.requestId !== requestId,
  );
  return plainAnswer(question, {
    period: { unit: 'day', from: day, to: day },
    from: at,
    to: at,
    facts: [fact('FIELD_PUNCH', { at: time, place })],
    warnings: hasPhoto ? [] : [warning('bad', 'PHOTO_MISSING', {})],
    problem:
      (day > question.today ? new AppError('PERIOD_INVALID', { rule: 'future' }) : null) ??
      (other ? overlapError(other) : null),
    ...spanChanges(requestId, span, true),
  });
};
