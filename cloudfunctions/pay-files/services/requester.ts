import type { Instant } from '#contracts/common';
import type { PersonBrief } from '#contracts/person';
import { briefOf } from '../../people/rules';
import { requireOpened } from '../../second-check/public';
import type { Employee } from '../../shared/kernel/employee';

/** Whoever runs the function in the cloud console; it has a secret of its own instead of the second check. */
const CONSOLE: PersonBrief = { id: '', name: '云开发控制台', nameEn: 'Cloud console' };

/** Who asks for a file. @throws AppError SECOND_CHECK_NEEDED for a person who has not opened pay */
export async function requesterOf(
  me: Employee | null,
  { opening = '', openid, now }: { readonly opening: string | undefined; openid: string; now: Instant },
): Promise<PersonBrief> {
  if (!me) return CONSOLE;
  await requireOpened(opening, { employeeId: me._id, openid }, now);
  return briefOf(me);
}
