/** What was typed, followed by what was said; cut where the field ends. */
export function withSaid(typed: string, said: string, most: number): string {
  const before = typed.trimEnd();
  const joint = before === '' || /[\p{Script=Han}，。；：、？）”]$/u.test(before) ? '' : ' ';
  return [...`${before}${joint}${said}`].slice(0, most).join('');
}
