/** Appends recognised speech to typed text; truncated to `maxLength` characters. */
export function appendSpeech(typed: string, spoken: string, maxLength: number): string {
  const before = typed.trimEnd();
  const separator = before === '' || /[\p{Script=Han}，。；：、？）”]$/u.test(before) ? '' : ' ';
  return [...`${before}${separator}${spoken}`].slice(0, maxLength).join('');
}
