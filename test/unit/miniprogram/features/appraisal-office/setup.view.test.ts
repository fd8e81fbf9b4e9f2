import '../../../../../miniprogram/features/appraisal-office/words/words';
import type { SetupModel } from '../../../../../miniprogram/features/appraisal-office/pages/setup/setup.model';
import { setupView } from '../../../../../miniprogram/features/appraisal-office/pages/setup/setup.view';
import { wordsIn } from '../../../../../miniprogram/locales/words';

const zh = wordsIn('zh-CN', '2026');
const en = wordsIn('en', '2026');
const period = (id: string, isTaken: boolean) => ({
  ...{ id, kind: 'month', from: `${id}-01`, to: `${id}-28`, state: 'running', isTaken },
});
const model = (periods: readonly object[], rev = 0) =>
  ({
    ...{ setup: { periods, templates: [], departments: [] }, rev, template: '', goalCycleId: '', shares: {} },
    ...{
      title: '',
      departments: [],
      hiredUntil: null,
      answersUntil: null,
      peersUntil: null,
      confirmUntil: null,
    },
    ...{ threshold: 4, least: 3, appealDays: 5, choosing: false, changed: false, busy: false, failure: null },
  }) as unknown as SetupModel;

it.each([
  ['there is none', [], '还没有开始过的目标周期。先在「目标周期」里开启一个'],
  [
    'each was appraised',
    [period('2026-10', true), period('2026-11', true)],
    '这些周期都考核过了。先在「目标周期」里开启下一个',
  ],
  ['one is free', [period('2026-10', true), period('2026-11', false)], ''],
])('HR who sets up an appraisal is told where the next period comes from if %s', (_, periods, text) => {
  expect(setupView(model(periods), zh).noPeriod).toBe(text);
  expect(setupView(model(periods), en).noPeriod === '').toBe(text === '');
});

it('of a draft that has its period nothing is said', () => {
  expect(setupView(model([period('2026-11', true)], 2), zh).noPeriod).toBe('');
});
