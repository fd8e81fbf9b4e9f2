import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability';
import type { Role } from '../../../typings/contracts/people';
import { AppError } from '../errors/app-error';
import type { Employee } from './employee';

type Verb = 'read' | 'punch' | 'update';
type Subject = 'OwnProfile' | 'OwnAttendance';
export type Ability = MongoAbility<[Verb, Subject]>;
type Grants = (allow: AbilityBuilder<Ability>['can']) => void;

/** What every role adds. Everybody is an employee first; the other roles gain rights with their features. */
const GRANTS: Readonly<Record<Role, Grants>> = {
  employee(allow) {
    allow('read', 'OwnProfile');
    allow('update', 'OwnProfile');
    allow('read', 'OwnAttendance');
    allow('punch', 'OwnAttendance');
  },
  manager() {},
  hr() {},
  payroll() {},
  admin() {},
};

/** The rights of a person with these roles. */
export function abilityOf(roles: readonly Role[]): Ability {
  const { can: allow, build } = new AbilityBuilder<Ability>(createMongoAbility);
  for (const role of new Set<Role>(['employee', ...roles])) GRANTS[role]?.(allow);
  return build();
}

/** A check for `allow` of an action. @returns a function that throws AppError FORBIDDEN */
export function can(verb: Verb, subject: Subject): (me: Employee) => void {
  return (me) => {
    if (!abilityOf(me.roles).can(verb, subject)) throw new AppError('FORBIDDEN', {});
  };
}
