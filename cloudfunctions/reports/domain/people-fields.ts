import type { Language, LocalText } from '#contracts/common';
import type { Employee } from '../../shared/kernel/employee';
import { type Field, field } from './table';

/** Whom a row is about. */
export interface AboutPerson {
  readonly person: Employee;
  readonly department: LocalText | null;
}

export const nameIn = ({ name, nameEn }: Pick<Employee, 'name' | 'nameEn'>, language: Language): string =>
  language === 'en' ? nameEn || name : name;

/** The first columns of every report. */
export const peopleFields = <T extends AboutPerson>(): readonly Field<T>[] => [
  field('工号', 'Employee no.', 'text', 12, ({ person }) => person._id),
  field('姓名', 'Name', 'text', 16, ({ person }, language) => nameIn(person, language)),
  field('部门', 'Department', 'text', 20, ({ department }, language) => department?.[language] ?? null),
];
