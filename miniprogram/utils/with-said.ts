/** What was typed, followed by what was said; cut where the field ends. */
export function appendSpeech(typed: string, spoken: string, maxLength: number): string {
  const before = typed.trimEnd();
  const separator = before === '' || /[\p{Script=Han}，。；：、？）”]$/u.test(before) ? '' : ' ';
  return [...`${before}${separator}${spoken}`].slice(0, maxLength).join('');
}
