import { pipe, regex, string } from 'valibot';

/** An employee number such as `E0012`. */
export const employeeNumber = pipe(string(), regex(/^[A-Za-z0-9_-]{1,32}$/));
