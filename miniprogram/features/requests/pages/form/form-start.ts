import type { RequestsContract } from '#contracts/requests';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import type { Link } from '../../../../services/screen';
import { dayOf } from '../../../../utils/dates';
import { newKey } from '../../../../utils/new-key';
import { type FormModel, keptValues, noForm, type TypeBrief, withFirstLines } from '../../form.model';

export const startModel = (typeId: string): FormModel => ({
  ...noForm,
  typeId,
  key: newKey(),
  today: dayOf(serverNow(), CHINA_UTC_OFFSET),
});

interface FormStart {
  readonly start: RequestsContract['start']['output'];
  readonly typeId: string;
  readonly again: FormModel['again'];
  /** What the form begins with. */
  values(type: TypeBrief): FormModel['values'];
}

/**
 * What the server tells of the form. The link names a returned request to be changed as `again`, one whose values a new
 * request begins with as `from`, and may hold values, such as a day.
 */
export async function askForForm(
  { again: returned, from, ...given }: Link,
  { typeId, today }: Pick<FormModel, 'typeId' | 'today'>,
): Promise<FormStart> {
  const earlier = returned || from;
  const [{ data: start }, before] = await Promise.all([
    // Of an earlier request the type is told by the request itself.
    cloud.requests.start(earlier || !typeId ? {} : { typeId }),
    earlier ? cloud.requests.detail({ id: earlier }) : null,
  ]);
  const fromLink = (form: TypeBrief['form']) =>
    Object.fromEntries(form.flatMap(({ id }) => (given[id] ? [[id, decodeURIComponent(given[id])]] : [])));
  return {
    start,
    typeId: before?.data.typeId ?? typeId,
    again: before && returned ? { id: before.data.id, rev: before.data.rev } : null,
    values: (type) =>
      before
        ? keptValues(type, before.data.values)
        : { ...withFirstLines(type, start.first?.values ?? {}, today), ...fromLink(type.form) },
  };
}
