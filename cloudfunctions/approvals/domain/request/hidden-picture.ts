import type { Instant } from '#contracts/common';
import { valuesOfKind } from '../../../request-types/rules';
import type { Message } from '../../../shared/outbox/message';
import type { RequestDocument } from './request';

/** What has to be known of a request whose picture is hidden. */
export const HIDING_FIELDS = [
  'form',
  'values',
  'applicant',
  'applicantId',
  'typeName',
  'title',
  'waitingFor',
  'decidedBy',
  'state',
] as const satisfies readonly (keyof RequestDocument)[];

export type HidingRequest = Pick<RequestDocument, (typeof HIDING_FIELDS)[number] | '_id'>;

export const holdsFile = (
  { form, values }: Pick<RequestDocument, 'form' | 'values'>,
  fileId: string,
): boolean => (valuesOfKind(form, values, 'file') as string[][]).flat().includes(fileId);

/** The name of a copy is random, so that it identifies what is told about it. */
const nameOf = (fileId: string): string => fileId.slice(fileId.lastIndexOf('/') + 1);

/**
 * Tells the owner, and whoever decides or has decided, that WeChat's content check hid a picture of a request. The same
 * picture is told once per request.
 */
export function hiddenMessages(
  request: HidingRequest,
  fileId: string,
  now: Instant,
): Omit<Message, 'delivery'>[] {
  const { _id, applicant, applicantId, typeName: type, title, waitingFor, decidedBy } = request;
  const name = { 'zh-CN': applicant.name, en: applicant.nameEn || applicant.name };
  const about = { aboutId: _id, at: now, template: null } as const;
  const data = { type, title, applicant: name };
  const deciders = [...new Set([...waitingFor, ...decidedBy])].filter((id) => id !== applicantId);
  const key = `${_id}-hidden-${nameOf(fileId)}`;
  const own = { _id: `${key}-own`, event: 'picture.hidden-own', to: [applicantId], data, ...about } as const;
  const others = { _id: key, event: 'picture.hidden', to: deciders, data, ...about } as const;
  return deciders.length > 0 ? [own, others] : [own];
}

/** Tells the owner of a picture that is in no request yet. */
export const unusedMessage = (
  employeeId: string,
  fileId: string,
  now: Instant,
): Omit<Message, 'delivery'> => ({
  _id: `${employeeId}-hidden-${nameOf(fileId)}`,
  event: 'picture.hidden-unused',
  to: [employeeId],
  data: {},
  aboutId: null,
  at: now,
  template: null,
});
