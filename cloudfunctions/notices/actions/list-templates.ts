import { strictObject } from 'valibot';
import type { NoticesContract } from '#contracts/notices';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { idsOf, templatesOf } from '../../shared/outbox/subscribe-template';

/** The templates that the caller can consent to. No read. */
export const listTemplates = employeeAction<NoticesContract['templates']>({
  input: strictObject({}),
  allow: can('read', 'OwnInbox'),
  async run() {
    return { templates: idsOf(templatesOf(process.env)) };
  },
});
