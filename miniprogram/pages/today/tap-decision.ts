import {
  currentDay,
  expectedEnd,
  hasOtherProof,
  hasOtherWay,
  mayFieldPunch,
  nextPunch,
  type TodayModel,
  verdictOf,
} from './today.model';

/** What a tap leads to once the location is known. A precheck; the server decides. */
export type TapDecision =
  | { readonly kind: 'send' }
  | { readonly kind: 'field' }
  /** No location; the place line says why, and the dial what helps. */
  | { readonly kind: 'no-place' }
  | { readonly kind: 'ask'; readonly question: Question };

export type Question =
  | 'early'
  | 'update'
  | 'outside'
  | 'outside-stuck'
  | 'no-site'
  | 'imprecise'
  | 'no-place';

/** The control that was tapped; decides how the punch continues after a question. */
export type TapSource = 'dial' | 'scan';

const ask = (question: Question): TapDecision => ({ kind: 'ask', question });

/** `announced`: the dial already showed 外勤打卡, so no question is needed. */
function decideByPlace(model: TodayModel, announced: boolean): TapDecision | null {
  const verdict = verdictOf(model);
  switch (verdict?.kind) {
    case 'outside':
      if (!mayFieldPunch(model)) return ask('outside-stuck');
      return announced ? { kind: 'field' } : ask('outside');
    case 'no-site':
      return mayFieldPunch(model) ? { kind: 'field' } : ask('no-site');
    case 'imprecise':
      return ask('imprecise');
    default:
      return null;
  }
}

function decideByTime(model: TodayModel): TapDecision | null {
  const next = nextPunch(model);
  if (next?.slot !== 'out') return null;
  if (next.update) return ask('update');
  const end = expectedEnd(model);
  return end !== null && model.now < end ? ask('early') : null;
}

/** Decides a scan before the camera opens: the code proves the place, so only the time is checked. */
export const decideScan = (model: TodayModel): TapDecision =>
  (currentDay(model) && decideByTime(model)) ?? { kind: 'send' };

/** Decides a tap on the dial. */
export function decideTap(model: TodayModel, announced: boolean): TapDecision {
  if (hasOtherProof(model)) return decideScan(model);
  if (model.place.state !== 'fix') return hasOtherWay(model) ? ask('no-place') : { kind: 'no-place' };
  const place = decideByPlace(model, announced);
  // A field punch can be early too; all other place questions come first.
  if (place && place.kind !== 'field') return place;
  return (currentDay(model) && decideByTime(model)) ?? place ?? { kind: 'send' };
}
