import type { RequestRulesContract } from '#contracts/request-rules';
import { errorText } from '../../locales/error-text';
import { wayBack } from '../../locales/way-back';
import type { Words } from '../../locales/words';
import type { Failure } from '../../services/client-error';
import { grantText, payText } from './leave-words';

export interface LeaveListModel {
  readonly types: RequestRulesContract['leaveTypes']['output']['types'] | null;
  readonly failure: Failure | null;
}

/** Every leave type: how people come by it, what is paid, and whether the law gives more. */
export const leaveListView = ({ types, failure }: LeaveListModel, words: Words) => ({
  mode: types ? ('ready' as const) : failure ? ('error' as const) : ('loading' as const),
  error: failure ? errorText(failure, words) : '',
  back: wayBack(failure, words),
  items: (types ?? []).map(({ type: { id, name, enabled, rules, version }, warnings, shipped }) => {
    const [rule] = rules;
    const parts = [
      rule ? grantText(rule, words) : '',
      rule ? payText(rule, words) : '',
      rules.length > 1 ? words.t('leaveTypes.ruleCount', { count: rules.length }) : '',
      words.t(shipped ? (version === 0 ? 'leaveTypes.asShipped' : 'leaveTypes.changed') : 'leaveTypes.own'),
    ];
    return {
      id,
      name: words.pick(name),
      off: enabled ? '' : words.t('edit.off'),
      warning: warnings.length > 0 ? words.t('ruleWarnings.title') : '',
      note: parts.filter(Boolean).join(words.t('common.separator')),
    };
  }),
  text: {
    intro: words.t('leaveTypes.intro'),
    add: words.t('leaveTypes.add'),
    retry: words.t('common.retry'),
    loadFailed: words.t('leaveTypes.loadFailed'),
  },
});
