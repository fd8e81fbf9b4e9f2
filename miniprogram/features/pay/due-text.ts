import type { Day } from '#contracts/common';
import type { Words } from '../../locales/words';
import { dayText } from '../../utils/dates';

/** By when a question is answered, or that it should have been. */
export const dueText = (answerBy: Day, today: Day, t: Words): string =>
  t.t(today > answerBy ? 'slip.answerWasDue' : 'slip.answerBy', { day: dayText(answerBy, t) });
