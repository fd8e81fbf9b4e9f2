import type { Instant } from '#contracts/common';
import type { DepartmentBrief } from '#contracts/department';
import type { Invitation, InviteRefusal, UnboundPerson } from '#contracts/people';
import type { Failure } from '../../../../services/client-error';

/** Codes that were made on this page; shown until it is left. */
export interface Made {
  readonly expiresAt: Instant;
  readonly invites: readonly Invitation[];
  readonly refused: readonly (Pick<UnboundPerson, 'id' | 'name' | 'nameEn'> & {
    readonly reason: InviteRefusal;
  })[];
}

export interface InvitesModel {
  /** Null until the first page has come. */
  readonly people: readonly UnboundPerson[] | null;
  readonly next: string | null;
  readonly departments: readonly DepartmentBrief[];
  /** Empty for the whole company. */
  readonly departmentId: string;
  readonly chosen: readonly string[];
  readonly days: number;
  readonly made: Made | null;
  /** Whose code is shown as a QR code; empty for nobody. */
  readonly shownId: string;
  readonly busy: boolean;
  readonly more: 'idle' | 'loading';
  readonly failure: Failure | null;
}

export const blankInvites: InvitesModel = {
  people: null,
  next: null,
  departments: [],
  departmentId: '',
  chosen: [],
  days: 7,
  made: null,
  shownId: '',
  busy: false,
  more: 'idle',
  failure: null,
};

export const MAX_DAYS = 30;
/** People of one call, as the server takes them. */
const BATCH = 20;
/** The list is read on while pages are empty; more calls than this mean ten thousand people. */
export const MAX_EMPTY_PAGES = 20;

/** The ids in portions of one call. */
export const batchesOf = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, at) => ids.slice(at * BATCH, (at + 1) * BATCH));

export const toggled = (chosen: readonly string[], id: string): string[] =>
  chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];

/** The model after one portion was answered: who got a code or cannot get one is no longer chosen. */
export function withAnswer(
  model: InvitesModel,
  {
    expiresAt,
    invites,
    refused,
  }: Pick<Made, 'expiresAt' | 'invites'> & {
    readonly refused: readonly { readonly id: string; readonly reason: InviteRefusal }[];
  },
): Partial<InvitesModel> {
  const people = model.people ?? [];
  const named = refused.map(({ id, reason }) => {
    const { name = id, nameEn = id } = people.find((one) => one.id === id) ?? {};
    return { id, name, nameEn, reason };
  });
  const invited = new Set(invites.map(({ id }) => id));
  const done = new Set([...invited, ...refused.map(({ id }) => id)]);
  return {
    made: {
      expiresAt,
      invites: [...(model.made?.invites ?? []).filter(({ id }) => !invited.has(id)), ...invites],
      refused: [...(model.made?.refused ?? []).filter(({ id }) => !done.has(id)), ...named],
    },
    chosen: model.chosen.filter((id) => !done.has(id)),
    people: people.map((one) => (invited.has(one.id) ? { ...one, invitedUntil: expiresAt } : one)),
  };
}
