import type { ChangeEntry } from '#contracts/change';
import type { Shift, Span } from '#contracts/shift';
import { changedValues } from '../../shared/history/changed-values';

/** What differs between two shifts, for the history: times in minutes, `720-780` is a span, `+` a punched break. */
export const shiftValues = (before: Shift, after: Shift): ChangeEntry['values'] =>
  changedValues(plain(before), plain(after)).values;

const plain = ({ id: _, version: __, core, breaks, ...shift }: Shift): object => ({
  ...shift,
  core: core && spanText(core),
  breaks: breaks.map((pause) => `${spanText(pause)}${pause.punched ? '+' : ''}`),
});

const spanText = ({ start, end }: Span): string => `${start}-${end}`;
