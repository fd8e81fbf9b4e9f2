export const text = (words: string) => ({ 'zh-CN': words, en: words });

/** A required field of a form, labelled with its id. */
export const field = (id: string, kind: string, more: object = {}) => ({
  id,
  kind,
  label: text(id),
  required: true,
  ...more,
});
