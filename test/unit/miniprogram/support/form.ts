export const text = (words: string) => ({ 'zh-CN': words, en: words });

/** A required field of a form, labelled with its id. */
export const field = (id: string, kind: string, more: object = {}) => ({
  id,
  kind,
  label: text(id),
  required: true,
  ...more,
});

/** A form as it is when it opens, apart from what it is about. */
export const UNTOUCHED = {
  key: 'k',
  again: null,
  preview: null,
  previewing: false,
  uploads: [],
  phase: 'filling',
  failure: null,
  attempted: false,
  unfolded: false,
} as const;
