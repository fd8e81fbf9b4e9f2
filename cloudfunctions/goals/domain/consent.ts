import type { Instant } from '#contracts/common';
import type { Alignment, AlignmentConsent, GoalPlace, Objective } from '#contracts/goal';
import type { PersonBrief } from '#contracts/person';
import { partKey } from './roll-up';
import { ownerOfSheet, type Sheet } from './sheet';

/** Finds the same place in another list of alignments. */
export const sameIn = (alignments: readonly Alignment[], place: GoalPlace): Alignment | undefined =>
  alignments.find((each) => partKey(each) === partKey(place));

/** Alignments of a sheet that somebody else has not agreed to yet. */
export const waitingConsents = ({
  objectives,
  state,
}: Pick<Sheet, 'objectives' | 'state'>): readonly (Alignment & { readonly consent: AlignmentConsent })[] =>
  state === 'closed'
    ? []
    : objectives
        .filter((each) => each.state === 'active')
        .flatMap(({ alignedTo }) =>
          alignedTo.flatMap((each) => {
            const { consent } = each;
            return consent?.state === 'waiting' ? [{ ...each, consent }] : [];
          }),
        );

/** An alignment that is asked for. What somebody is asked who asks it is agreed. */
export function askedFor(
  alignment: Alignment,
  { title, asks, me, at }: Pick<AlignmentConsent, 'title' | 'asks' | 'at'> & { readonly me: PersonBrief },
): Alignment {
  const { counts: _, ...place } = alignment;
  const asked = { title, asks, note: '', at };
  if (asks.includes(me.id)) return { ...place, consent: { ...asked, state: 'accepted', by: me } };
  return { ...place, counts: false, consent: { ...asked, state: 'waiting', by: null } };
}

/** An alignment as it was answered before; without an answer it moves nothing. */
export function answeredBefore({ counts: _, ...alignment }: Alignment, consent: AlignmentConsent): Alignment {
  return { ...alignment, ...(consent.state !== 'accepted' && { counts: false }), consent };
}

interface Answer {
  readonly accept: boolean;
  readonly note: string;
  readonly by: PersonBrief;
  readonly at: Instant;
}

/** Objectives of a sheet with an alignment that was answered; null if it was answered so already. */
export function withAnswer(
  objectives: readonly Objective[],
  objectiveId: string,
  alignment: Alignment & { readonly consent: AlignmentConsent },
  { accept, note, by, at }: Answer,
): readonly Objective[] | null {
  const state = accept ? 'accepted' : 'declined';
  if (alignment.consent.state === state) return null;
  const answered = answeredBefore(alignment, { ...alignment.consent, state, note, by, at });
  return objectives.map((objective) =>
    objective.id === objectiveId
      ? {
          ...objective,
          alignedTo: objective.alignedTo.map((each) =>
            partKey(each) === partKey(alignment) ? answered : each,
          ),
        }
      : objective,
  );
}

/** The department whose leader answers for a place; null if a person does. */
export function departmentOf({ sheetId }: GoalPlace): string | null {
  const owner = ownerOfSheet(sheetId)?.owner;
  return owner?.kind === 'department' ? owner.id : null;
}
