import { strictObject } from 'valibot';
import type { Instant } from '#contracts/common';
import type { FormValues } from '#contracts/form';
import type { FileLink, RequestDetail } from '#contracts/request';
import type { RequestsContract } from '#contracts/requests';
import { briefOf } from '../../people/rules';
import { mapPrivateFields, privateFieldsOf, valuesOfKind } from '../../request-types/rules';
import { recordAccess } from '../../shared/audit/record-access';
import { linksTo } from '../../shared/files/file-links';
import { employeeAction } from '../../shared/kernel/action';
import type { Employee } from '../../shared/kernel/employee';
import { abilityOf, can } from '../../shared/kernel/policy';
import { idsOf, templatesOf } from '../../shared/outbox/subscribe-template';
import { actorOf } from '../domain/request/acting';
import { detailOf } from '../domain/request/card-of';
import { readsPrivate } from '../domain/request/private-readers';
import type { RequestDocument } from '../domain/request/request';
import { isShortenable } from '../domain/request/shorten';
import { requestId } from '../inputs/request';
import { findKind, isAway } from '../kind/registry';
import { cardsWithFacts } from '../services/load-facts';
import { requireVisible } from '../services/load-visible';
import { outcomeOf } from '../services/outcome-of';
import { decryptedValues } from '../services/private-values';

/**
 * Details of a request; callers who can decide it get current facts, as on the Pending page. One with a strict flow has a page
 * of its own behind the second check: here it has neither values nor comments, and can be withdrawn or urged.
 * @throws AppError NOT_FOUND
 */
export const viewRequest = employeeAction<RequestsContract['detail']>({
  input: strictObject({ id: requestId }),
  allow: can('read', 'OwnRequests'),
  async run({ input: { id }, me, now }) {
    const { request: found, delegations } = await requireVisible(id, me, now);
    const request = found.flow.isStrict ? withoutTexts(found) : found;
    const actor = actorOf(request, briefOf(me), delegations);
    const readable = await readableValues(request, me, now);
    const [outcome, pictures] = await Promise.all([outcomeOf(request), picturesOf(request)]);
    const templates = idsOf(templatesOf(process.env));
    const own = detailOf(request, actor, me._id, now, outcome);
    const shortening = await shorteningFor(request, me, now);
    const may = [...possible(request, own.may), ...shortening.may];
    const detail = { ...own, ...shortening, may, ...readable, templates, pictures };
    const [card] = actor ? await cardsWithFacts([request], now) : [];
    return card ? { ...detail, facts: card.facts, warnings: card.warnings } : detail;
  },
});

/** Its texts are encrypted with the key of another function. */
const withoutTexts = (request: RequestDocument): RequestDocument => ({
  ...request,
  form: [],
  values: {},
  timeline: request.timeline.map(({ comment: _, ...entry }) => entry),
});

/** As many as WeChat shows at once. */
const MAX_PICTURES = 9;

/** Links to the pictures of a request, for those who may open it. */
async function picturesOf({ form, values, hiddenFiles = [] }: RequestDocument): Promise<FileLink[]> {
  const files = (valuesOfKind(form, values, 'file') as string[][]).flat();
  const isShown = (id: string) => !id.endsWith('.pdf') && !hiddenFiles.includes(id);
  const pictures = [...new Set(files)].filter(isShown).slice(0, MAX_PICTURES);
  if (pictures.length === 0) return [];
  return [...(await linksTo(pictures))].map(([fileId, url]) => ({ fileId, url }));
}

/** What the kind of the request takes from what everybody in that place may do. */
function possible(request: RequestDocument, may: RequestDetail['may']): RequestDetail['may'] {
  if (request.flow.isStrict) return may.filter((verb) => verb === 'urge' || verb === 'withdraw');
  // Another request of something that happened cannot be made by hand.
  const hasEnded = request.state !== 'returned' && findKind(request.kind)?.evidence !== undefined;
  return hasEnded ? may.filter((verb) => verb !== 'resubmit') : may;
}

/** Whether the absence can be ended early, and whether only with a whole day. */
async function shorteningFor(
  request: RequestDocument,
  me: Employee,
  now: Instant,
): Promise<Pick<RequestDetail, 'may' | 'wholeDays'>> {
  const { kind, period, values, applicantId } = request;
  if (!period || !mayShorten(request, me)) return { may: [] };
  const asks = period.unit === 'hour' ? undefined : findKind(kind)?.wholeDaysOnly;
  if (!(await asks?.(values, applicantId, period.from, now))) return { may: ['shorten'] };
  return period.unit !== 'hour' && period.from < period.to
    ? { may: ['shorten'], wholeDays: true }
    : { may: [] };
}

/** The applicant, and HR. */
function mayShorten(request: RequestDocument, me: Employee): boolean {
  if (!isAway(request.kind) || !isShortenable(request)) return false;
  return request.applicantId === me._id || abilityOf(me).can('update', 'LeaveBalances');
}

/**
 * Values for the reader: the applicant, those whom the flow asks, and HR see private texts; for others, such as
 * people in copy and delegates, they are `hidden`. Access by anyone but the applicant is recorded first.
 */
async function readableValues(
  request: RequestDocument,
  me: Employee,
  now: Instant,
): Promise<{ readonly values: FormValues; readonly hidden: readonly string[] }> {
  const { _id, cancels, form, values, applicantId } = request;
  const fields = privateFieldsOf(form, values);
  if (fields.length === 0) return { values, hidden: [] };
  const canRead = readsPrivate(request, me._id) || abilityOf(me).can('read', 'PrivateFields');
  if (!canRead) return { values: mapPrivateFields(form, values, () => ''), hidden: fields };
  // A cancelling request has the values of the original, encrypted for the original.
  const decrypted = decryptedValues(form, values, cancels ?? _id);
  if (applicantId !== me._id) {
    const reader = { readerId: me._id, readerName: me.name, ownerId: applicantId };
    await recordAccess({ ...reader, at: now, what: 'request', aboutId: _id, fields });
  }
  return { values: decrypted, hidden: [] };
}
