import { el } from '../../preview/panel/dom';
import { chinaDateTime } from '../../preview/shared/china-time';
import { EXAMPLES } from '../shared/examples';
import { button } from './parts';
import { removeExample, type SavedExample, savedExamples, saveExample } from './saved-examples';
import { language, t } from './words';

export type Draft = Omit<SavedExample, 'name'>;

/** The shipped examples of a function in the current language. `now`: the cloud's clock, epoch ms. */
export function shippedExamples(functionName: string, now: number): SavedExample[] {
  const today = chinaDateTime(now).slice(0, 10);
  return (EXAMPLES[functionName] ?? []).map(({ name, event, as, who = '' }) => ({
    name: name[language()],
    event: JSON.stringify(event, null, 2)
      .replaceAll('{today}', today)
      .replaceAll('{month}', today.slice(0, 7)),
    as,
    who,
  }));
}

interface ExampleUse {
  readonly functionName: string;
  readonly now: number;
  /** The content of the form. */
  draft(): Draft;
  use(draft: Draft): void;
}

/** The shipped examples, the saved ones, which can be removed, and the form that adds one. */
export function exampleList({ functionName, now, draft, use }: ExampleUse): HTMLElement {
  const list = el('div', { className: 'examples' });
  const name = el('input', {
    ariaLabel: t('exampleName'),
    placeholder: t('exampleName'),
    maxLength: 40,
  });
  const save = button(t('saveExample'), () => {
    if (name.value.trim() === '') return name.focus();
    saveExample(functionName, { ...draft(), name: name.value.trim() });
    name.value = '';
    draw();
  });
  const ownPart = (one: SavedExample): HTMLElement => {
    const remove = button('✕', () => {
      removeExample(functionName, one.name);
      draw();
    });
    remove.ariaLabel = `${t('remove')} ${one.name}`;
    return el('span', { className: 'own' }, [button(one.name, () => use(one), 'chip'), remove]);
  };
  const draw = (): void =>
    list.replaceChildren(
      el('span', { className: 'label', textContent: t('examples') }),
      ...shippedExamples(functionName, now).map((one) => button(one.name, () => use(one), 'chip')),
      ...savedExamples(functionName).map(ownPart),
      el('span', { className: 'keep' }, [name, save]),
    );
  draw();
  return list;
}
