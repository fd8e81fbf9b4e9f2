import { defineKind } from '../approvals/kind/registry';
import { tripRules } from './domain/trip-rules';
import { tripType } from './shipped-type';

/** 出差 Business trip. */
export const trip = defineKind({
  name: 'trip',
  types: [tripType],
  usesAccount: true,
  changesDays: true,
  followsSchedule: true,
  isAway: true,
  decide: tripRules,
});
