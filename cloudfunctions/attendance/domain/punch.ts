import type { PunchFlag, PunchMode, PunchRecord, Slot } from '../../../typings/contracts/attendance';
import type { Instant, LocalText, Metres } from '../../../typings/contracts/common';

/** One punch as it is kept, with the evidence that the phone sent. */
export interface Punch {
  readonly key: string;
  readonly slot: Slot;
  readonly at: Instant;
  readonly tappedAt: Instant;
  readonly mode: PunchMode;
  readonly latitude: number;
  readonly longitude: number;
  readonly accuracy: Metres;
  readonly site: { readonly id: string; readonly name: LocalText } | null;
  readonly distance: Metres | null;
  readonly placeName: string | null;
  readonly note: string | null;
  readonly photo: string | null;
  readonly flags: readonly PunchFlag[];
}

/** What the person may see of a punch: everything but its key and its coordinates. */
export function punchRecord(punch: Punch): PunchRecord {
  const { key: _key, latitude: _latitude, longitude: _longitude, ...record } = punch;
  return record;
}

/** The punches that count: the first clock-in and the last clock-out. A later clock-out replaces an earlier. */
export function countingPunches(punches: readonly Punch[]): { in: Punch | null; out: Punch | null } {
  const byTime = [...punches].sort((a, b) => a.at - b.at);
  return {
    in: byTime.find(({ slot }) => slot === 'in') ?? null,
    out: byTime.filter(({ slot }) => slot === 'out').at(-1) ?? null,
  };
}

/** The counting punches as records, in the order of the day. */
export function countingRecords(punches: readonly Punch[]): PunchRecord[] {
  const counting = countingPunches(punches);
  return [counting.in, counting.out].flatMap((punch) => (punch ? [punchRecord(punch)] : []));
}
