import type { Minutes } from '#contracts/common';
import type { Shift, Span } from '#contracts/shift';
import { spanText } from '../../common/attendance-text';
import type { Words } from '../../locales/words';
import { wallClock } from '../../utils/wall-clock';
import { spanOnDay } from './clock';

type Drawn = Pick<Shift, 'kind' | 'start' | 'end' | 'flexMinutes' | 'requiredMinutes' | 'core' | 'breaks'>;

interface Strip {
  readonly key: string;
  /** Percent of the bar. */
  readonly left: number;
  readonly width: number;
}

export interface DayBarView {
  readonly parts: readonly (Strip & { readonly kind: 'work' | 'break' | 'punched' })[];
  /** Under the bar: when people may come and go freely, and when everybody is there. */
  readonly strips: readonly (Strip & { readonly kind: 'flex' | 'core' })[];
  readonly ticks: readonly Omit<Strip & { readonly text: string }, 'width'>[];
  readonly lines: readonly string[];
  /** The same as one sentence, for screen readers. */
  readonly label: string;
}

const HOUR: Minutes = 60;
const percent = (part: number, whole: number): number => Math.round((part / whole) * 10_000) / 100;

/** The bar begins and ends on a full hour. */
const axisOf = ({ start, end, flexMinutes }: Drawn): Span => ({
  start: Math.floor(start / HOUR) * HOUR,
  end: Math.ceil((end + Math.max(0, flexMinutes)) / HOUR) * HOUR,
});

/** Breaks as they can be drawn: inside, in order, not on top of each other. */
function drawable({ start, end, breaks }: Drawn) {
  const inside = breaks.filter((pause) => start < pause.start && pause.start < pause.end && pause.end < end);
  return [...inside]
    .sort((a, b) => a.start - b.start)
    .filter((pause, index, all) => index === 0 || (all[index - 1]?.end ?? 0) <= pause.start);
}

function partsOf(shift: Drawn): (Span & { kind: 'work' | 'break' | 'punched' })[] {
  const breaks = drawable(shift);
  const starts = [shift.start, ...breaks.map(({ end }) => end)];
  const ends = [...breaks.map(({ start }) => start), shift.end];
  return starts.flatMap((start, index) => {
    const pause = breaks[index];
    const work = { start, end: ends[index] ?? shift.end, kind: 'work' as const };
    return pause
      ? [work, { ...pause, kind: pause.punched ? ('punched' as const) : ('break' as const) }]
      : [work];
  });
}

function stripsOf({ start, end, flexMinutes, core, kind }: Drawn): (Span & { kind: 'flex' | 'core' })[] {
  if (kind === 'flexible') return core && core.start < core.end ? [{ ...core, kind: 'core' }] : [];
  if (flexMinutes <= 0) return [];
  return [
    { start, end: Math.min(start + flexMinutes, end), kind: 'flex' },
    { start: end, end: end + flexMinutes, kind: 'flex' },
  ];
}

/** Hour labels that fit into the width. */
function ticksOf({ start, end }: Span): Minutes[] {
  const hours = (end - start) / HOUR;
  const step = (hours > 12 ? 4 : hours > 6 ? 2 : 1) * HOUR;
  return Array.from({ length: Math.floor((end - start) / step) + 1 }, (_, index) => start + index * step);
}

function rulesOf(shift: Drawn, words: Words): string[] {
  const { kind, flexMinutes, requiredMinutes, core } = shift;
  if (kind === 'fixed')
    return flexMinutes > 0 ? [words.t('shift.bar.flex', { span: spanText(flexMinutes, words) })] : [];
  const required = spanText(Math.max(0, requiredMinutes ?? 0), words);
  return [
    words.t('shift.bar.required', { span: required }),
    ...(core ? [words.t('shift.bar.core', { span: spanOnDay(core.start, core.end, words) })] : []),
  ];
}

function workedOf(parts: ReturnType<typeof partsOf>): Minutes {
  return parts.filter(({ kind }) => kind === 'work').reduce((sum, { start, end }) => sum + end - start, 0);
}

/** A shift as a picture of its day. */
export function dayBarView(shift: Drawn, words: Words): DayBarView {
  const axis = axisOf(shift);
  const length = Math.max(HOUR, axis.end - axis.start);
  const strip = ({ start, end }: Span, key: string): Strip => ({
    key,
    left: percent(start - axis.start, length),
    width: percent(end - start, length),
  });
  const parts = partsOf(shift);
  const said = parts.map(({ start, end, kind }) =>
    words.t('shift.bar.part', {
      span: spanOnDay(start, end, words),
      kind: words.t(`shift.bar.kinds.${kind}`),
    }),
  );
  const total = words.t('shift.bar.total', { span: spanText(workedOf(parts), words) });
  const lines = [...said, ...rulesOf(shift, words), ...(shift.kind === 'fixed' ? [total] : [])];
  return {
    parts: parts.map((part, index) => ({ ...strip(part, `p${index}`), kind: part.kind })),
    strips: stripsOf(shift).map((part, index) => ({ ...strip(part, `s${index}`), kind: part.kind })),
    ticks: ticksOf(axis).map((at) => ({
      key: `t${at}`,
      left: percent(at - axis.start, length),
      text: String(Number(wallClock(at).slice(0, 2))),
    })),
    lines,
    label: lines.join(words.t('common.listSeparator')),
  };
}
