/** An invite code in two groups of four, as it is printed. */
export const grouped = (code: string): string => code.replace(/^(.{4})(?=.)/, '$1 ');
